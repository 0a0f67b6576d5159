// Moves the frame of the photograph by pointer and keys. The page works without: its buttons do the same on the server.
(() => {
  "use strict";
  const frame = document.getElementById("frame");
  if (!frame) return;
  const form = frame.closest("form");
  const found = document.getElementById("found");
  const outer = frame.querySelector("svg");
  const inner = outer.querySelector("svg");
  const image = inner.querySelector("image");
  const boxes = ["x", "y", "width"].map((name) => form.elements["crop-" + name]);
  const wide = Number(image.getAttribute("width"));
  const high = Number(image.getAttribute("height"));
  const widest = Math.min(wide, (high * 7) / 9);
  let [x, y, width] = boxes.map((box) => Number(box.value));
  let timer, busy;

  const between = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
  const draw = () => {
    width = between(width, Math.min(70, widest), widest);
    x = between(x, 0, wide - width);
    y = between(y, 0, high - (width * 9) / 7);
    inner.setAttribute("viewBox", [x, y, width, (width * 9) / 7].join(" "));
    [x, y, width].forEach((value, i) => (boxes[i].value = Math.round(value)));
    // What stands there is of the part before.
    found.style.opacity = .4;
    clearTimeout(timer);
    timer = setTimeout(ask, 900);
  };
  const resize = (by) => {
    const wider = between(width * by, Math.min(70, widest), widest);
    x += (width - wider) / 2;
    y += ((width - wider) * 9) / 14;
    width = wider;
  };
  // The server cuts and measures anew, and what it says takes the place of what it said. The place itself stays: it is read
  // aloud when it changes.
  const ask = async () => {
    if (busy) return (timer = setTimeout(ask, 300));
    busy = true;
    try {
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      body.set("move", "stay");
      const page = await (await fetch(form.action, { method: "POST", body })).text();
      found.replaceChildren(...new DOMParser().parseFromString(page, "text/html").getElementById("found").childNodes);
    } catch {
      // What was found is of another part; what was moved travels with the form.
      found.replaceChildren(Object.assign(document.createElement("p"), { className: "notice bad", textContent: found.dataset.unchecked }));
    }
    found.style.opacity = 1;
    busy = false;
  };

  // By what the face moves, as the buttons say it: the frame goes the other way.
  const steps = {
    left: () => (x += width / 30),
    right: () => (x -= width / 30),
    up: () => (y += width / 30),
    down: () => (y -= width / 30),
    closer: () => resize(14 / 15),
    farther: () => resize(15 / 14),
  };
  for (const button of frame.querySelectorAll("button")) {
    const step = steps[button.value];
    if (!step) continue;
    button.type = "button";
    button.addEventListener("click", () => (step(), draw()));
  }
  const keys = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", "+": "closer", "=": "closer", "-": "farther" };
  outer.tabIndex = 0;
  outer.setAttribute("role", "application");
  outer.setAttribute("aria-label", outer.getAttribute("aria-label") + ". " + frame.dataset.keys);
  outer.classList.add("live");
  outer.addEventListener("keydown", (event) => {
    const step = steps[keys[event.key]];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step();
    draw();
  });

  // One finger or the mouse drags; two fingers also resize.
  const held = new Map();
  const spread = () => {
    const [one, two] = [...held.values()];
    return two ? Math.hypot(one[0] - two[0], one[1] - two[1]) : 0;
  };
  outer.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    outer.setPointerCapture(event.pointerId);
    held.set(event.pointerId, [event.clientX, event.clientY]);
  });
  outer.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const apart = spread();
    held.set(event.pointerId, [event.clientX, event.clientY]);
    const scale = width / outer.clientWidth / held.size;
    x -= (event.clientX - before[0]) * scale;
    y -= (event.clientY - before[1]) * scale;
    if (apart && spread()) resize(apart / spread());
    draw();
  });
  outer.onpointerup = outer.onpointercancel = (event) => held.delete(event.pointerId);
})();
