// What a screen reader is told when the totals change: one polite sentence for a burst of clicks.

import { html } from "../../esm/dom.js";
import { fill, spoken, tally, value } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Change } from "./types.d.ts" */

const PAUSE = 400; // milliseconds without a change after which it speaks

export class Voice {
  #store;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Set<string>} units, the last clicked last */
  #clicked = new Set();
  #said;
  element = html("p", { class: "ecx-unseen", "aria-live": "polite", role: "status" });

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
    this.#said = tally(store);
  }

  /**
   * Follow the store.
   *
   * @param {Change} change
   */
  update({ units, clicked, content, opened }) {
    if (opened !== undefined) this.#tellOpened(opened);
    if (content) this.#clicked.clear();
    if (clicked) {
      for (const unit of units) {
        this.#clicked.delete(unit); // the last click comes last
        this.#clicked.add(unit);
      }
    }
    if (units.length === 0 || this.#store.still) return; // a page says what it shows
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#speak(), PAUSE);
  }

  /** Say nothing more. */
  hush() {
    clearTimeout(this.#timer);
  }

  #speak() {
    const totals = tally(this.#store);
    if (totals === this.#said && this.#clicked.size === 0) return;
    this.#said = totals;
    this.element.textContent = this.#news(totals);
    this.#clicked.clear();
  }

  /** @param {string} totals */
  #news(totals) {
    const { units, words } = this.#store;
    const clicked = [...this.#clicked].filter((id) => id in units);
    const last = clicked.at(-1);
    if (last === undefined) return totals;
    const said = clicked.length === 1 ? words.clicked : words.clicked_many;
    const unit = units[last]?.name ?? "";
    return fill(said, { number: clicked.length, unit, value: value(this.#store, last), totals });
  }

  /** @param {string} unit */
  #tellOpened(unit) {
    if (this.#store.still) {
      this.element.textContent = spoken(this.#store, unit);
      return;
    }
    const name = this.#store.units[unit]?.name ?? "";
    this.element.textContent = fill(this.#store.words.opened, { unit: name });
  }
}
