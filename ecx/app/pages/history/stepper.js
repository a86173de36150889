// A slider over the cycles. While it is dragged the label follows at once, and Python is asked for
// one cycle at a time, always the latest: a slow answer never makes a queue.

function button(text, label, keys) {
  const element = Object.assign(document.createElement("button"), {
    type: "button",
    className: "page-button",
    textContent: text,
    title: `${label} (${keys})`,
  });
  element.setAttribute("aria-label", label);
  element.setAttribute("aria-keyshortcuts", keys);
  return element;
}

function slider(labels) {
  const element = document.createElement("input");
  Object.assign(element, { type: "range", min: "0", max: String(labels.length - 1), step: "1" });
  element.setAttribute("aria-label", "Election");
  return element;
}

function render({ model, el }) {
  const labels = model.get("labels");
  const earlier = button("‹", "Earlier election", "Alt+,");
  const later = button("›", "Later election", "Alt+.");
  const range = slider(labels);
  const label = Object.assign(document.createElement("output"), { className: "stepper-label" });
  el.append(earlier, range, later, label);

  let wanted = model.get("at");
  let asking = false;
  let asked = wanted;

  const show = () => {
    range.value = String(wanted);
    range.setAttribute("aria-valuetext", labels[wanted]);
    label.textContent = labels[wanted];
    earlier.setAttribute("aria-disabled", String(wanted === 0));
    later.setAttribute("aria-disabled", String(wanted === labels.length - 1));
  };
  const ask = () => {
    if (asking || wanted === model.get("at")) return;
    asking = true;
    asked = wanted;
    model.send({ at: wanted });
  };
  const want = (at) => {
    wanted = Math.max(0, Math.min(at, labels.length - 1));
    show();
    ask();
  };
  const answered = () => {
    asking = false;
    if (wanted !== asked) return ask();
    wanted = model.get("at"); // a cycle that could not be opened is not asked for again
    show();
  };
  const moved = () => {
    if (!asking) wanted = model.get("at");
    show();
  };
  const onKey = (event) => {
    const step = event.altKey ? { ",": -1, ".": 1 }[event.key] : undefined;
    if (!step || event.defaultPrevented || event.target.closest?.("input[type=text]")) return;
    event.preventDefault();
    want(wanted + step);
  };
  earlier.addEventListener("click", () => want(wanted - 1));
  later.addEventListener("click", () => want(wanted + 1));
  range.addEventListener("input", () => want(Number(range.value)));
  document.addEventListener("keydown", onKey);
  model.on("change:at", moved);
  model.on("msg:custom", answered);
  show();
  return () => {
    document.removeEventListener("keydown", onKey);
    model.off("change:at", moved);
    model.off("msg:custom", answered);
  };
}

export default { render };
