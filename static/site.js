// Every page works without this. It only spares a click, or an upload that would be refused.
(() => {
  "use strict";
  document.getElementById("errors")?.focus();
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // A file that is too large is told before it is sent: <input type=file data-most-bytes=… data-too-large="sentence">.
  const fits = (input) => {
    const most = Number(input.dataset.mostBytes);
    const large = [...input.files].some((file) => file.size > most);
    let told = document.getElementById(input.id + "-large");
    if (!told && large) {
      told = document.createElement("p");
      told.id = input.id + "-large";
      told.className = "error";
      told.setAttribute("role", "alert");
      input.before(told);
    }
    if (told) told.textContent = large ? input.dataset.tooLarge : "";
    return !large;
  };
  document.addEventListener("change", (event) => event.target.matches("input[data-most-bytes]") && fits(event.target));

  // A second click on the same button, while the first is on its way, is left out.
  let sent = new WeakMap();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const wrong = [...form.querySelectorAll("input[data-most-bytes]")].filter((input) => !fits(input));
    const by = event.submitter ?? form;
    if (wrong.length || sent.get(form) === by) {
      event.preventDefault();
      wrong[0]?.focus();
      return;
    }
    sent.set(form, by);
    setTimeout(() => sent.delete(form), 8000);
  });
  addEventListener("pageshow", () => (sent = new WeakMap()));
})();
