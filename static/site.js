// Every page works without this. It only spares a click, or an upload that would be refused.
(() => {
  "use strict";
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const press = (textContent, className) => make("button", { className, type: "button", textContent });
  const find = (id) => document.getElementById(id);
  const on = (event, heed) => document.addEventListener(event, heed);
  // Also where the browser does not heed it on a box of words.
  document.querySelector("#errors[autofocus]")?.focus();
  // Buttons that only a script can give: <span data-print=words>, <span data-copy=words data-copied=words>.
  for (const place of document.querySelectorAll("[data-print], [data-copy]")) {
    const { print: printing, copy, copied } = place.dataset;
    const button = press(printing ?? copy, "button secondary");
    button.onclick = async () => {
      if (printing) return print();
      const keys = document.querySelector(".keys, #link");
      // Marked too: where a browser forbids the one, a person does the other.
      if (keys.select) keys.select();
      else getSelection().selectAllChildren(keys);
      await navigator.clipboard.writeText(keys.value ?? keys.innerText);
      button.textContent = copied;
    };
    place.append(button);
  }

  // A file that is too large is told before it is sent: <input type=file data-most-bytes=… data-too-large="sentence">.
  const fits = (input) => {
    const most = Number(input.dataset.mostBytes);
    const large = [...input.files].some((file) => file.size > most);
    let told = find(input.id + "-large");
    if (!told && large) {
      told = make("p", { id: input.id + "-large", className: "error" });
      told.setAttribute("role", "alert");
      input.before(told);
    }
    if (told) told.textContent = large ? input.dataset.tooLarge : "";
    return !large;
  };
  on("change", (event) => {
    if (!event.target.matches("input[data-most-bytes]")) return;
    fits(event.target);
    // Files go ahead of their form, piece by piece; until this is here they go with it.
    const { form } = event.target;
    if (form?.dataset.uploads) import(form.dataset.script).then(() => (form.dataset.ready = "yes"), () => {});
  });

  // Saves while a person types: <form id=main data-autosave="sentence when it could not be saved">.
  const form = document.querySelector("form[data-autosave]");
  const told = find("saved");
  let timer, saving;
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    // Files go with the button only, and so do those that went ahead of it.
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.delete("upload");
    body.set("autosave", "yes");
    // A dead line must not hold back the button, which waits for this.
    const patience = new AbortController();
    const end = setTimeout(() => patience.abort(), 8000);
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error", signal: patience.signal });
      if (!answer.ok) throw new Error(answer.status);
      const { seen, saved, changed } = await answer.json();
      form.elements.seen.value = seen;
      told.textContent = saved;
      if (changed) {
        // Stays, however often is saved after it.
        const notice = find("changed");
        notice.hidden = false;
        notice.append(make("p", { textContent: changed }));
      }
      told.classList.remove("error");
    } catch {
      told.textContent = form.dataset.autosave;
      told.classList.add("error");
    }
    clearTimeout(end);
  };
  form?.addEventListener("input", ({ target }) => {
    if (target.type === "file") return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await saving;
      saving = save().finally(() => (saving = undefined));
    }, 1500);
  });

  // Before key or session run out it is said, with a button to stay: <div id=ends role=status data-left=seconds …>.
  const ends = find("ends");
  if (ends) {
    const { ask, stay, gone, way, open } = ends.dataset;
    const soon = 300_000;
    let { soon: words } = ends.dataset;
    let end = Date.now() + ends.dataset.left * 1000, stays = true, said = "", before;
    const say = (text, ...more) => {
      if (text === said) return;
      said = text;
      ends.classList.toggle("notice", text !== "");
      const line = make("p");
      line.append(text, ...more);
      ends.replaceChildren(...(text ? [line] : []));
      // What has the focus must not lie under it.
      document.documentElement.style.scrollPaddingBottom = ends.offsetHeight + "px";
    };
    const hear = async (method) => {
      const answer = await fetch(ask, { method });
      if (!answer.ok) throw new Error(answer.status);
      const now = await answer.json();
      end = Date.now() + now.left * 1000;
      ({ soon: words, stays } = now);
      return now;
    };
    const look = async () => {
      if (end - Date.now() > soon) return;
      // Another window may have stayed; and where the line is dead, what is known is said.
      await hear("GET").catch(() => {});
      const left = end - Date.now();
      if (left > soon) return say("");
      if (left <= 0) {
        return say(gone + " ", make("a", { href: way, target: "_blank", textContent: open }));
      }
      const button = press(stay, "button");
      button.onfocus = (event) => (before = event.relatedTarget);
      button.onclick = () =>
        hear("POST").then(({ until }) => {
          before?.focus();
          say(until);
        }, look);
      say(words + " ", ...(stays ? [button] : []));
    };
    setInterval(look, 15_000);
    on("visibilitychange", look);
    look();
  }

  // A second click on the same button, while the first is on its way, is left out.
  let sent = new WeakMap();
  on("submit", (event) => {
    const form = event.target;
    const wrong = [...form.querySelectorAll("input[data-most-bytes]")].filter((input) => !fits(input));
    const by = event.submitter ?? form;
    if (wrong.length || sent.get(form) === by) {
      event.preventDefault();
      wrong[0]?.focus();
      return;
    }
    clearTimeout(timer);
    if (saving && form.dataset.autosave) {
      // What is being saved comes first: else the page would seem to have been changed elsewhere.
      event.preventDefault();
      saving.then(() => form.requestSubmit(event.submitter));
      return;
    }
    sent.set(form, by);
    setTimeout(() => sent.delete(form), 8000);
    if (form.action.endsWith("/leave")) sessionStorage.clear();
  });
  addEventListener("pageshow", () => (sent = new WeakMap()));

  // Beside the answers a paper is paged, turned and enlarged without leaving what was typed: <section id=viewer>. What has
  // data-key is also pressed by that key, while its part of the page has the focus.
  const look = async (link) => {
    const key = link.dataset.key;
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const fresh = page.getElementById("viewer");
    const viewer = find("viewer");
    // What is read aloud stays, with other words in it: a new one would be silent. All else is replaced around it.
    let [told, tells] = [viewer, fresh].map((one) => one.querySelector("[role=status]"));
    if (told.textContent !== tells.textContent) told.textContent = tells.textContent;
    for (; told !== viewer; told = told.parentNode, tells = tells.parentNode) {
      for (const one of [...told.parentNode.childNodes]) if (one !== told) one.remove();
      const all = [...tells.parentNode.childNodes], at = all.indexOf(tells);
      told.before(...all.slice(0, at));
      told.after(...all.slice(at + 1));
    }
    history.replaceState(null, "", link.href);
    ([...viewer.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key) ?? viewer).focus();
  };
  on("click", (event) => {
    const link = event.target.closest?.('a[href$="#viewer"]');
    if (!link || !find("viewer") || link.pathname !== location.pathname) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    look(link).catch(() => location.assign(link.href));
  });
  on("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { target } = event;
    if (target.matches("textarea")) return;
    const links = target.closest("#viewer, .said")?.querySelectorAll("[data-key]") ?? [];
    // By its place too: on a Kazakh or Russian keyboard the key of "n" types another letter.
    const place = { BracketLeft: "[", BracketRight: "]" }[event.code] ?? String(event.code).replace(/^Key/, "").toLowerCase();
    const keys = [event.key === "=" ? "+" : event.key, place];
    const link = [...links].find((one) => keys.includes(one.dataset.key));
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  // What is written at length and sent once stays in this tab until it is sent: <textarea data-keep=number>. What was
  // taken ends at another page, by a redirect; what was not is still there. Last here: a browser may forbid it.
  const words = document.querySelector("[data-keep]"), shelf = sessionStorage;
  const [{ redirectCount: went }] = performance.getEntriesByType("navigation");
  if (went) delete shelf[shelf.sent];
  if (went || words) delete shelf.sent;
  if (words) {
    const name = words.dataset.keep + location.pathname.slice(3);
    words.value ||= shelf[name] ?? "";
    words.oninput = () => (shelf[name] = words.value);
    words.form.onsubmit = () => (shelf.sent = name);
  }
})();
