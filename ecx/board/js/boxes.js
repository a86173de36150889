// Call-out boxes: real buttons for units too small to hit, over the map's margin or in a strip.

import { wear } from "./coat.js";
import { html, write } from "./dom.js";
import { short, spoken } from "./words.js";

const LONG = 4; // characters, beyond which a value is written smaller

/** The words that the names of several units begin with: "Maine" of "Maine at large" and others. */
function sharedName(names) {
  const words = names.map((name) => name.split(" "));
  const differs = words[0].findIndex((word, at) => words.some((other) => other[at] !== word));
  return words[0].slice(0, differs < 0 ? undefined : differs).join(" ");
}

/** The rectangle around rectangles. */
function around(boxes) {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** Place an element in a frame, as shares of it, for the style sheet to use or not. */
function place(element, { x, y, w, h }, frame) {
  const share = (name, part, whole) => {
    element.style.setProperty(`--${name}`, `${((100 * part) / whole).toFixed(3)}%`);
  };
  share("x", x - frame.x, frame.w);
  share("y", y - frame.y, frame.h);
  share("w", w, frame.w);
  share("h", h, frame.h);
}

/** The boxes of one map, those of a place framed together. */
export class Boxes {
  #store;
  #boxes = new Map(); // unit -> {button, code, value}
  element = html("div", { class: "ecx-boxes" });

  constructor(store) {
    this.#store = store;
  }

  /** The units that have a box. */
  get units() {
    return new Set(this.#boxes.keys());
  }

  /** Make the boxes of the store's map. */
  build() {
    const { map, units } = this.#store;
    const [x, y, w, h] = map.frame;
    const frame = { x, y, w, h };
    this.#boxes.clear();
    const groups = new Map(); // place, or unit where it stands alone -> units
    for (const unit of Object.keys(units)) {
      if (map.boxes[unit] === undefined) continue;
      this.#boxes.set(unit, box(unit, units[unit]));
      const group = units[unit].group ?? unit;
      groups.set(group, [...(groups.get(group) ?? []), unit]);
    }
    const single = [...groups.values()].filter((members) => members.length === 1).flat();
    const framed = [...groups.values()].filter((members) => members.length > 1);
    for (const unit of single) place(this.button(unit), map.boxes[unit], frame);
    this.element.replaceChildren(
      ...framed.map((members) => this.#group(members, frame)),
      ...single.map((unit) => this.button(unit)),
    );
  }

  /** The button of a unit, or null where it has none. */
  button(unit) {
    return this.#boxes.get(unit)?.button ?? null;
  }

  /** Show what a unit shows now, in the coat its outline wears. */
  paint(unit, coat) {
    const { button, value } = this.#boxes.get(unit) ?? {};
    if (button === undefined) return;
    const text = short(this.#store, unit);
    wear(button, coat);
    write(value, text);
    button.toggleAttribute("data-long", text.length > LONG);
    const { changed, sign = "" } = this.#store.mark(unit);
    button.toggleAttribute("data-changed", changed === true);
    if (sign === "") button.removeAttribute("data-sign");
    else button.setAttribute("data-sign", sign);
    button.setAttribute("aria-label", spoken(this.#store, unit));
  }

  /** Frame the boxes of one place together, under its name. */
  #group(members, frame) {
    const { map, units } = this.#store;
    const name = sharedName(members.map((unit) => units[unit].name));
    const bounds = around(members.map((unit) => map.boxes[unit]));
    const group = html(
      "div",
      { class: "ecx-group", role: "group", "aria-label": name },
      html("span", { class: "ecx-group-name", "aria-hidden": "true" }, name),
      ...members.map((unit) => this.button(unit)),
    );
    place(group, bounds, frame);
    for (const unit of members) place(this.button(unit), map.boxes[unit], bounds);
    return group;
  }
}

function box(unit, { code }) {
  const value = html("span", { class: "ecx-value" });
  const button = html(
    "button",
    { type: "button", class: "ecx-box", "data-unit": unit, tabindex: "-1" },
    html("span", { class: "ecx-code" }, code),
    " ",
    value,
  );
  return { button, value };
}
