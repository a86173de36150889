// The map by keyboard: one Tab stop, arrows to the neighbour, digits, typed names and codes.

import { neighbours } from "./neighbours.js";
import { unitOf } from "./target.js";

/** @import { Way } from "./neighbours.js" */
/** @import { Store } from "./store.js" */
/** @import { Point } from "./types.d.ts" */

/** @type {Partial<Record<string, Way>>} */
const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const ONE_LETTER = /^\p{L}$/u;
const ONE_DIGIT = /^[0-9]$/u;
const TYPING = 1000; // milliseconds within which letters make one name
const CLEARS = new Set(["Backspace", "Delete", "0"]);

/** Moves among units and acts on them. */
export class Keyboard {
  #store;
  #target;
  #middle;
  /** @type {ReturnType<typeof neighbours> | null} null until the first arrow key */
  #steps = null;
  /** @type {string | null} the unit that Tab reaches */
  #current = null;
  #typed = { text: "", at: Number.NEGATIVE_INFINITY };

  /**
   * @param {Store} store
   * @param {HTMLElement} map
   * @param {object} units
   * @param {(unit: string) => HTMLElement | SVGElement | null} units.target the element that has a
   *   unit's focus
   * @param {(unit: string) => Point | null} units.middle where a unit is on the map; null if it has
   *   only a box
   */
  constructor(store, map, { target, middle }) {
    this.#store = store;
    this.#target = target;
    this.#middle = middle;
    map.addEventListener("keydown", (event) => this.#press(event));
    map.addEventListener("keyup", (event) => {
      if (event.key === " ") event.preventDefault(); // Firefox clicks a button on it
    });
  }

  /** A new map: keep the unit that has the Tab stop, if it is there still. */
  build() {
    this.#steps = null;
    const units = Object.keys(this.#store.units);
    const current = this.#current;
    const isThere = current !== null && current in this.#store.units;
    const kept = isThere ? current : this.#store.selected;
    this.#current = null;
    this.stop(kept ?? units[0] ?? null);
  }

  /**
   * Make a unit the one that Tab reaches.
   *
   * @param {string | null} unit
   */
  stop(unit) {
    if (this.#current !== null) this.#target(this.#current)?.setAttribute("tabindex", "-1");
    if (unit !== null) this.#target(unit)?.setAttribute("tabindex", "0");
    this.#current = unit;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const unit = unitOf(event.target);
    if (unit === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#move(unit, event) || this.#act(unit, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /**
   * Go where a key leads from a unit; false if it is not for moving.
   *
   * @param {string} unit
   * @param {KeyboardEvent} event
   */
  #move(unit, { key, timeStamp }) {
    const units = Object.keys(this.#store.units);
    const way = ARROWS[key];
    if (way !== undefined) {
      this.#steps ??= neighbours(this.#standpoints());
      this.#go(this.#steps.get(unit)?.[way]);
    } else if (key === "Home") {
      this.#go(units.at(0));
    } else if (key === "End") {
      this.#go(units.at(-1));
    } else if (ONE_LETTER.test(key)) {
      this.#go(this.#find(unit, key, timeStamp));
    } else {
      return false;
    }
    return true;
  }

  /** Where each unit stands on the map: in its outline, or at its box. */
  #standpoints() {
    const { map, units } = this.#store;
    /** @type {Map<string, Point>} */
    const points = new Map();
    for (const unit of Object.keys(units)) {
      const box = map.boxes[unit];
      const middle = this.#middle(unit) ?? (box && [box.x + box.w / 2, box.y + box.h / 2]);
      if (middle) points.set(unit, middle);
    }
    return points;
  }

  /**
   * Do to a unit what a key does; false if it does nothing.
   *
   * @param {string} unit
   * @param {KeyboardEvent} event
   */
  #act(unit, { key, shiftKey, repeat, timeStamp }) {
    if (key === "Enter") {
      if (!repeat) this.#store.act(unit, { back: shiftKey });
    } else if (key === " ") {
      const named = this.#isTyping(timeStamp) ? this.#find(unit, key, timeStamp) : undefined;
      if (named === undefined) this.#store.open(unit);
      else this.#go(named);
    } else if (this.#store.still) {
      return false;
    } else if (CLEARS.has(key)) {
      this.#store.set(unit, null);
    } else if (ONE_DIGIT.test(key)) {
      this.#setByDigit(unit, Number(key));
    } else {
      return false;
    }
    return true;
  }

  /**
   * Set a unit to the ticket of a digit: 1 is the first.
   *
   * @param {string} unit
   * @param {number} digit
   */
  #setByDigit(unit, digit) {
    const ticket = this.#store.tickets[digit - 1];
    if (ticket !== undefined) this.#store.set(unit, ticket.id);
  }

  /**
   * Whether letters that were typed wait for the next one.
   *
   * @param {number} now in milliseconds
   */
  #isTyping(now) {
    return this.#typed.text !== "" && now - this.#typed.at < TYPING;
  }

  /**
   * Return the unit whose code is what was typed, or whose code or name begins so: the first after
   * this one, or this one while typing.
   *
   * @param {string} unit
   * @param {string} letter
   * @param {number} now in milliseconds
   */
  #find(unit, letter, now) {
    const text = (this.#isTyping(now) ? this.#typed.text : "") + letter.toLocaleUpperCase();
    this.#typed = { text, at: now };
    const units = Object.keys(this.#store.units);
    const from = units.indexOf(unit) + (text.length > 1 ? 0 : 1);
    const turned = [...units.slice(from), ...units.slice(0, from)];
    /** @param {(code: string, name: string) => boolean} fits */
    const first = (fits) =>
      turned.find((other) => {
        const { code, name } = this.#store.units[other] ?? { code: "", name: "" };
        return fits(code, name.toLocaleUpperCase());
      });
    return first((code) => code.startsWith(text)) ?? first((_, name) => name.startsWith(text));
  }

  /** @param {string | null | undefined} unit */
  #go(unit) {
    if (unit === null || unit === undefined) return;
    this.stop(unit);
    this.#target(unit)?.focus();
  }
}
