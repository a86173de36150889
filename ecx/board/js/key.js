// The key of a board that is only looked at: who or what the ends of the bar of totals leave out.

import { html, write } from "../../esm/dom.js";
import { Wardrobe, wear } from "./coat.js";
import { leftovers } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Change, TicketStyle } from "./types.d.ts" */

const ENDS = 2; // tickets that the bar of totals names

export class Key {
  #store;
  #coats = new Wardrobe();
  /** @type {Map<string, {row: HTMLElement, number: HTMLElement}>} by key of the totals */
  #rows = new Map();
  #list = html("ul", { class: "ecx-key" });
  /** What the keys do, for under the map: it shows only while a key moves there. */
  hint;
  element = html("div", { class: "ecx-legend" });

  /**
   * @param {Store} store
   * @param {string} keysId for the element that tells of the keys
   */
  constructor(store, keysId) {
    this.#store = store;
    this.hint = html("p", { class: "ecx-note ecx-keys", id: keysId });
    this.element.append(this.#list);
    this.#build();
  }

  /**
   * Follow the store.
   *
   * @param {Change} change
   */
  update({ content, units }) {
    if (content) this.#build();
    else if (units.length > 0) this.#count();
  }

  #build() {
    const { tickets, persons, patterns, majority } = this.#store;
    const unnamed = tickets.slice(majority > 0 ? ENDS : 0);
    this.#coats.fill([...tickets, ...persons], patterns);
    this.#rows.clear();
    const rows = [...unnamed, ...persons].map((ticket) => this.#ticket(ticket));
    const rest = leftovers(this.#store).map(({ key, name }) => this.#row(key, name));
    this.#list.replaceChildren(...rows, ...rest);
    write(this.hint, this.#store.words.keys);
    this.#count();
  }

  /** @param {TicketStyle} ticket */
  #ticket({ id, name, full, letter }) {
    const row = this.#row(id, name);
    row.prepend(html("span", { class: "ecx-chip" }, letter));
    row.title = full;
    wear(row, this.#coats.coat(id));
    return row;
  }

  /**
   * @param {string} key of the totals
   * @param {string} name
   */
  #row(key, name) {
    const number = html("span", { class: "ecx-total" });
    const row = html("li", {}, html("span", { class: "ecx-name" }, name), " ", number);
    this.#rows.set(key, { row, number });
    return row;
  }

  #count() {
    for (const [key, { row, number }] of this.#rows) {
      const total = this.#store.totals.get(key) ?? 0;
      write(number, `${total}`);
      row.hidden = total === 0;
    }
    this.#list.hidden = [...this.#rows.values()].every(({ row }) => row.hidden);
  }
}
