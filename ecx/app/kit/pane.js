// A pane shows the HTML that Python rendered and says which control was used.
//
// data-do="intent"            a button: click sends the intent, with data-value if there is one
// data-do on a select         a change sends the intent with the chosen value
// data-do on an input         likewise, with what was typed
// data-slide on a range       its value while it is dragged, one at a time
// data-scroll on a button     brings what this selector finds to the top of the screen
// data-refuge on a control    where the focus goes if using the control makes it vanish: a selector
// data-do on a form           a submission sends the intent with its fields, as a query
// data-arrows                 of the buttons inside one is a tab stop; arrow keys lead to the others
// aria-keyshortcuts           a button that is used by these keys from anywhere on the page

const FIELD = "select, input";

/** Make the children of `old` equal to those of `next`, keeping what is there and its focus. */
function patch(old, next) {
  const kept = old.childNodes;
  const wanted = [...next.childNodes];
  wanted.forEach((node, i) => {
    const here = kept[i];
    if (!here) old.append(node);
    else if (here.nodeType !== node.nodeType || here.nodeName !== node.nodeName || here.id !== node.id)
      here.replaceWith(node);
    else if (node.nodeType === Node.ELEMENT_NODE) patchElement(here, node);
    else if (here.nodeValue !== node.nodeValue) here.nodeValue = node.nodeValue;
  });
  while (kept.length > wanted.length) old.lastChild.remove();
}

/** Remember which control has the focus; the answer gives it back, should a patch take it away. */
function remember(root) {
  const focused = document.activeElement;
  if (!root.contains(focused)) return () => {};
  const { do: intent, value, refuge } = focused.dataset;
  const owner = focused.closest("[id]");
  const id = root.contains(owner) ? owner.id : "";
  return () => {
    if (root.contains(document.activeElement)) return;
    const scope = document.getElementById(id) ?? root;
    const like = [...scope.querySelectorAll("[data-do]")].filter((it) => it.dataset.do === intent);
    const again = like.find((it) => it.dataset.value === value) ?? (scope === root ? null : like[0]);
    (again ?? (refuge ? document.querySelector(refuge) : null))?.focus();
  };
}

let sliding = null; // the range that is being dragged: its own place on the screen is the truth

function patchElement(old, next) {
  if (old === sliding) return;
  if (old.isEqualNode(next)) {
    // A visitor's own choice does not show in attributes: put the rendered one back.
    if (old.matches(FIELD)) choose(old);
    old.querySelectorAll(FIELD).forEach(choose);
    return;
  }
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && !(old.localName === "details" && name === "open"))
      old.removeAttribute(name);
  for (const { name, value } of [...next.attributes])
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  patch(old, next);
  if (old.matches(FIELD)) choose(old);
}

function choose(field) {
  if (field.form?.dataset.do) return; // the visitor has not handed it in yet
  if (field.localName === "input") field.value = field.defaultValue;
  else chooseOption(field);
}

function chooseOption(select) {
  const index = [...select.options].findIndex((option) => option.hasAttribute("selected"));
  select.selectedIndex = Math.max(index, 0);
}

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** The button that an arrow key leads to: beside this one, or in the row above or below. */
function neighbour(buttons, from, key) {
  const at = buttons.indexOf(from);
  if (key === "ArrowLeft") return buttons[at - 1];
  if (key === "ArrowRight") return buttons[at + 1];
  const down = key === "ArrowDown";
  const { left, top } = from.getBoundingClientRect();
  const rows = buttons
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .filter(({ box }) => (down ? box.top > top + 1 : box.top < top - 1));
  const distance = ({ box }) => 100 * Math.abs(box.top - top) + Math.abs(box.left - left);
  return rows.sort((a, b) => distance(a) - distance(b))[0]?.button;
}

/** Move the focus, and the tab stop with it, among the buttons of a data-arrows. */
function walk(event) {
  const field = event.target.closest?.("[data-arrows]");
  if (!field || !event.key.startsWith("Arrow")) return;
  const buttons = [...field.querySelectorAll("button")];
  const next = neighbour(buttons, event.target, event.key);
  event.preventDefault();
  if (!next) return;
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

/** Name the keys of an event as aria-keyshortcuts does: "Control+Z", "Alt+P". */
function keys(event) {
  const key = event.code.startsWith("Key") ? event.code.slice(3) : event.key;
  return [
    (event.ctrlKey || event.metaKey) && "Control",
    event.altKey && "Alt",
    event.shiftKey && "Shift",
    key,
  ].filter(Boolean).join("+");
}

function render({ model, el }) {
  const root = document.createElement("div");
  root.className = "page-pane";
  el.append(root);

  const draw = () => {
    const refocus = remember(root);
    patch(root, parse(model.get("html")));
    refocus();
  };
  const send = (control) => {
    const value = control.matches(FIELD) ? control.value : control.dataset.value ?? null;
    model.send({ do: control.dataset.do, value });
  };
  const onClick = (event) => {
    const lead = event.target.closest("[data-scroll]");
    if (lead) document.querySelector(lead.dataset.scroll)?.scrollIntoView();
    const control = event.target.closest("[data-do]:not(form)");
    if (control && !control.matches(FIELD) && control.getAttribute("aria-disabled") !== "true")
      send(control);
  };
  // A slider is the visitor's until all it sent is answered: what a late answer renders never
  // moves it back. Of a drag one value at a time is on its way, the newest; its end waits for none.
  const asked = []; // the intents that are on their way
  let waiting = null; // the newest value of a drag since
  const ask = (intent, { value }) => {
    model.send({ do: intent, value });
    asked.push(intent);
    waiting = null;
  };
  const drag = (range) => {
    sliding = range;
    if (asked.length === 0) ask(range.dataset.slide, range);
    else waiting = range;
  };
  const settle = (range) => ask(range.dataset.do, range);
  const onInput = ({ target }) => {
    if (target.dataset.slide) drag(target);
  };
  const onChange = ({ target }) => {
    if (!target.matches(FIELD) || !target.dataset.do) return;
    if (target === sliding) settle(target);
    else send(target);
  };
  let from = null; // where a drag began: one that ends there is followed by no change
  const onPress = ({ target }) => {
    from = target.dataset.slide ? target.value : null;
  };
  const onRelease = ({ target }) => {
    if (target === sliding && target.value === from) settle(target);
  };
  const onAnswer = ({ done }) => {
    const at = asked.indexOf(done);
    if (at >= 0) {
      asked.splice(at, 1);
      if (asked.length === 0 && waiting) drag(waiting);
      else if (asked.length === 0 && done === sliding?.dataset.do) sliding = null;
    }
    draw(); // an intent was carried out, or refused: show what holds now
  };
  const onSubmit = (event) => {
    event.preventDefault();
    const { dataset } = event.target;
    model.send({ do: dataset.do, value: new URLSearchParams(new FormData(event.target)).toString() });
  };
  const onKey = (event) => {
    if (event.defaultPrevented || event.repeat || event.target.closest?.("input, textarea")) return;
    const pressed = keys(event);
    const control = [...root.querySelectorAll("[aria-keyshortcuts]")].find((it) =>
      it.getAttribute("aria-keyshortcuts").split(" ").includes(pressed));
    if (!control) return;
    event.preventDefault();
    control.click();
  };
  root.addEventListener("click", onClick);
  root.addEventListener("change", onChange);
  root.addEventListener("input", onInput);
  root.addEventListener("pointerdown", onPress);
  root.addEventListener("pointerup", onRelease);
  root.addEventListener("submit", onSubmit);
  root.addEventListener("keydown", walk);
  document.addEventListener("keydown", onKey);
  model.on("change:html", draw);
  model.on("msg:custom", onAnswer);
  draw();
  return () => {
    document.removeEventListener("keydown", onKey);
    model.off("change:html", draw);
    model.off("msg:custom", onAnswer);
  };
}

export default { render };
