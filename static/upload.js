// Sends chosen files ahead of their form, piece by piece (tus 1.0): with progress, and on from where a line broke.
// Fetched by site.js when a file is chosen. Where it fails the form goes as it is, files and all.
const PIECE = 1 << 20;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const encode = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

// Of the form that is being sent: at a link it says that whoever sends has opened it.
let token;

// One request, with what has been sent told as it goes; the answer, or nothing when the line broke.
const ask = (method, to, headers, body, tell) =>
  new Promise((done) => {
    const line = new XMLHttpRequest();
    line.open(method, to);
    for (const [name, value] of Object.entries({ "Tus-Resumable": "1.0.0", "X-Form-Token": token, ...headers })) line.setRequestHeader(name, value);
    if (tell) line.upload.onprogress = (event) => tell(event.loaded);
    line.timeout = 120_000;
    line.onload = () => done(line);
    line.onerror = line.ontimeout = () => done();
    line.send(body);
  });

// Sends one file; its id, or nothing when it is to go with the form.
const send = async (file, input, tell) => {
  const { uploads, paper } = input.form.dataset;
  const known = [uploads.slice(3), paper, input.name, file.size, file.lastModified, file.name].join();
  let at = sessionStorage.getItem(known), offset, reached = -1, tries = 0;
  for (;;) {
    let answer;
    if (!at) {
      const about = { filename: encode(file.name), paper: encode(paper), box: encode(input.name) };
      const metadata = Object.entries(about).map((pair) => pair.join(" ")).join();
      answer = await ask("POST", uploads, { "Upload-Length": file.size, "Upload-Metadata": metadata });
      if (answer && answer.status !== 201) return;
      if (answer) sessionStorage.setItem(known, (at = answer.getResponseHeader("Location")));
    } else if (offset === undefined) {
      answer = await ask("HEAD", at);
    } else {
      const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
      const from = offset;
      offset = undefined;
      answer = await ask("PATCH", at, headers, file.slice(from, from + PIECE), (sent) => tell(from + sent));
    }
    const status = answer?.status;
    if (status === 201) offset = 0;
    if (status === 200 || status === 204) offset = Number(answer.getResponseHeader("Upload-Offset"));
    if (offset > reached) {
      reached = offset;
      tries = 0;
      tell(offset);
      if (offset < file.size) continue;
      sessionStorage.removeItem(known);
      return at.split("/").pop();
    }
    if (status === 404) at = undefined;
    else if ((status >= 400 && status < 500 && status !== 409) || ++tries > 40) return;
    if (!status) tell();
    if (!status || status >= 500) await wait(Math.min(500 * 2 ** tries, 15_000));
  }
};

const sendAll = async (form, inputs) => {
  const files = inputs.flatMap((input) => [...input.files].map((file) => [file, input]));
  const { sending, waiting } = form.dataset;
  token = form.elements.csrf.value;
  const total = files.reduce((sum, [file]) => sum + file.size, 0);
  const bar = Object.assign(document.createElement("progress"), { max: total, value: 0, id: "sent" });
  const label = Object.assign(document.createElement("label"), { htmlFor: "sent", textContent: sending });
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const box = document.createElement("div");
  box.append(label, " ", bar, status);
  form.querySelector(".actions").before(box);
  box.scrollIntoView({ block: "nearest" });
  const kept = new Map(inputs.map((input) => [input, new DataTransfer()]));
  const say = (text) => status.textContent !== text && (status.textContent = text);
  let before = 0;
  for (const [n, [file, input]] of files.entries()) {
    const name = `${n + 1} / ${files.length}: ${file.name}`;
    say(name);
    const id = await send(file, input, (sent) => {
      say(sent === undefined ? waiting : name);
      if (sent !== undefined) bar.value = before + Math.min(sent, file.size);
    });
    before += file.size;
    // Before the files: what a form brings behind them is not read.
    if (id) form.prepend(Object.assign(document.createElement("input"), { type: "hidden", name: "upload", value: id }));
    else kept.get(input).items.add(file);
  }
  for (const [input, { files }] of kept) input.files = files;
};

let busy;
// Back on a page that was sent: what is chosen now is sent anew.
document.addEventListener("change", ({ target }) => {
  if (busy || target.type !== "file") return;
  delete target.form.dataset.sent;
  document.getElementById("sent")?.parentNode.remove();
});
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    const inputs = [...form.querySelectorAll("input[data-most-bytes]")].filter((input) => input.files.length);
    const plain = event.submitter?.formEnctype === "application/x-www-form-urlencoded";
    const fits = inputs.every((input) => [...input.files].every((file) => file.size > 0 && file.size <= input.dataset.mostBytes));
    if (busy) return event.preventDefault(), event.stopImmediatePropagation();
    if (!form.dataset.uploads || !inputs.length || plain || !fits || form.dataset.sent) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    busy = true;
    sendAll(form, inputs).finally(() => {
      busy = false;
      form.dataset.sent = "yes";
      form.requestSubmit(event.submitter);
    });
  },
  true,
);
