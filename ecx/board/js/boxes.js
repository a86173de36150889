// Call-out boxes: real buttons for units too small to hit, over the map's margin or in a strip.

import { html, write } from "../../esm/dom.js";
import { wear } from "./coat.js";
import { short, spoken } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Coat, Spot, UnitLabel } from "./types.d.ts" */

export const LONG = 4; // characters, beyond which a value is written smaller

/**
 * Return the words that the names of several units begin with: "Maine" of "Maine at large" and
 * others.
 *
 * @param {string[]} names
 */
export function sharedName(names) {
  const words = names.map((name) => name.split(" "));
  const first = words[0] ?? [];
  const differs = first.findIndex((word, at) => words.some((other) => other[at] !== word));
  return first.slice(0, differs < 0 ? undefined : differs).join(" ");
}

/**
 * Return the rectangle around rectangles.
 *
 * @param {Spot[]} boxes
 * @returns {Spot}
 */
export function around(boxes) {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}

/**
 * Write where an element is in a frame, as shares of it, for the style sheet to use or not.
 *
 * @param {HTMLElement} element
 * @param {Spot} spot
 * @param {Spot} frame
 */
function place(element, { x, y, w, h }, frame) {
  /**
   * @param {string} name
   * @param {number} part
   * @param {number} whole
   */
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
  /** @type {Map<string, ReturnType<typeof boxOf>>} by unit */
  #boxes = new Map();
  element = html("div", { class: "ecx-boxes" });

  /** @param {Store} store */
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
    /** @type {Map<string, Member[]>} by place, or by unit where a unit has a box alone */
    const groups = new Map();
    for (const [id, unit] of Object.entries(units)) {
      const spot = map.boxes[id];
      if (spot === undefined) continue;
      const box = boxOf(id, unit);
      this.#boxes.set(id, box);
      const group = unit.group ?? id;
      const member = { button: box.button, name: unit.name, spot };
      groups.set(group, [...(groups.get(group) ?? []), member]);
    }
    const framed = [...groups.values()].filter((members) => members.length > 1);
    const single = [...groups.values()].filter((members) => members.length === 1).flat();
    for (const { button, spot } of single) place(button, spot, frame);
    this.element.replaceChildren(
      ...framed.map((members) => framedTogether(members, frame)),
      ...single.map(({ button }) => button),
    );
  }

  /**
   * Return the button of a unit, or null where it has none.
   *
   * @param {string | null} unit
   */
  button(unit) {
    return (unit === null ? undefined : this.#boxes.get(unit)?.button) ?? null;
  }

  /**
   * Show what a unit shows now, in the coat its outline wears.
   *
   * @param {string} unit
   * @param {Coat} coat
   */
  paint(unit, coat) {
    const box = this.#boxes.get(unit);
    if (box === undefined) return;
    const { button, value } = box;
    const text = short(this.#store, unit);
    wear(button, coat);
    write(value, text);
    button.toggleAttribute("data-long", text.length > LONG);
    const { changed, ring, sign = "" } = this.#store.mark(unit);
    button.toggleAttribute("data-changed", changed === true);
    button.toggleAttribute("data-ringed", ring === true);
    if (sign === "") button.removeAttribute("data-sign");
    else button.setAttribute("data-sign", sign);
    button.setAttribute("aria-label", spoken(this.#store, unit));
  }
}

/** @typedef {{button: HTMLButtonElement, name: string, spot: Spot}} Member of a group of units */

/**
 * Frame the boxes of one place together, under its name.
 *
 * @param {Member[]} members
 * @param {Spot} frame
 */
function framedTogether(members, frame) {
  const name = sharedName(members.map((member) => member.name));
  const bounds = around(members.map(({ spot }) => spot));
  const group = html(
    "div",
    { class: "ecx-group", role: "group", "aria-label": name },
    html("span", { class: "ecx-group-name", "aria-hidden": "true" }, name),
    ...members.map(({ button }) => button),
  );
  place(group, bounds, frame);
  for (const { button, spot } of members) place(button, spot, bounds);
  return group;
}

/**
 * Make the box of a unit.
 *
 * @param {string} unit
 * @param {UnitLabel} written
 */
function boxOf(unit, { code }) {
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
