// The map by keyboard: one Tab stop, arrows to the neighbour, digits, typed codes.

import { neighbours } from "./neighbours.js";

const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const TYPING = 1000; // milliseconds within which letters make one code

/**
 * Moves among units and acts on them. `target(unit)` is the element that has a unit's focus, and
 * `middle(unit)` where its outline stands on the map, null where it has only a box.
 */
export class Keyboard {
  #store;
  #target;
  #middle;
  #steps = null; // unit -> next units, worked out at the first arrow key
  #current = null;
  #typed = { text: "", at: -Infinity };

  constructor(store, map, { target, middle }) {
    [this.#store, this.#target, this.#middle] = [store, target, middle];
    map.addEventListener("keydown", (event) => this.#press(event));
    map.addEventListener("keyup", (event) => {
      if (event.key === " ") event.preventDefault(); // Firefox clicks a button on it
    });
  }

  /** A new map: keep the unit that has the Tab stop, if it is there still. */
  build() {
    this.#steps = null;
    const units = Object.keys(this.#store.units);
    const kept = units.includes(this.#current) ? this.#current : this.#store.selected;
    this.#current = null;
    this.stop(kept ?? units[0] ?? null);
  }

  /** Make a unit the one that Tab reaches. */
  stop(unit) {
    this.#target(this.#current)?.setAttribute("tabindex", "-1");
    this.#target(unit)?.setAttribute("tabindex", "0");
    this.#current = unit;
  }

  #press(event) {
    const unit = event.target.closest("[data-unit]")?.dataset.unit;
    if (unit === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#move(unit, event) || this.#act(unit, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #move(unit, { key, timeStamp }) {
    const units = Object.keys(this.#store.units);
    if (key in ARROWS) {
      this.#steps ??= neighbours(this.#standpoints());
      this.#go(this.#steps.get(unit)?.[ARROWS[key]] ?? null);
    } else if (key === "Home") {
      this.#go(units.at(0));
    } else if (key === "End") {
      this.#go(units.at(-1));
    } else if (/^\p{L}$/u.test(key)) {
      this.#go(this.#find(unit, key.toUpperCase(), timeStamp));
    } else {
      return false;
    }
    return true;
  }

  /** Where each unit stands on the map: in its outline, or at its box. */
  #standpoints() {
    const { boxes } = this.#store.map;
    const boxed = (unit) => [boxes[unit].x + boxes[unit].w / 2, boxes[unit].y + boxes[unit].h / 2];
    const units = Object.keys(this.#store.units);
    return new Map(units.map((unit) => [unit, this.#middle(unit) ?? boxed(unit)]));
  }

  #act(unit, { key, shiftKey, repeat }) {
    if (key === "Enter") {
      if (!repeat) this.#store.act(unit, { back: shiftKey });
    } else if (key === " ") {
      this.#store.open(unit);
    } else if (/^[0-9]$/.test(key)) {
      this.#setByDigit(unit, Number(key));
    } else {
      return false;
    }
    return true;
  }

  #setByDigit(unit, digit) {
    if (digit === 0) this.#store.set(unit, null);
    else if (digit <= this.#store.tickets.length) {
      this.#store.set(unit, this.#store.tickets[digit - 1].id);
    }
  }

  /** The unit whose code begins as typed: the first after this one, or this one while typing. */
  #find(unit, letter, now) {
    const going = now - this.#typed.at < TYPING;
    this.#typed = { text: (going ? this.#typed.text : "") + letter, at: now };
    const units = Object.keys(this.#store.units);
    const from = units.indexOf(unit) + (this.#typed.text.length > 1 ? 0 : 1);
    const turned = [...units.slice(from), ...units.slice(0, from)];
    return turned.find((other) => this.#store.units[other].code.startsWith(this.#typed.text));
  }

  #go(unit) {
    if (unit === null || unit === undefined) return;
    this.stop(unit);
    this.#target(unit)?.focus();
  }
}
