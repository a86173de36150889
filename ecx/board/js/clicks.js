// What Python last said, and over it the clicks that Python has not answered.
//
// Each click has a serial number, and each answer the serial number of the last click that Python
// had taken in. An answer settles the clicks up to that number; later ones stay on the screen.

import { EMPTY, isSet } from "./marks.js";

/** @import { TicketId } from "./marks.js" */
/** @import { Mark } from "./types.d.ts" */

/** @typedef {{serial: number, marks: Record<string, Mark>, selected: string | null}} Answer */

// The serial number of what a drag paints, which Python hears of when the drag ends.
const DRAGGED = Number.POSITIVE_INFINITY;

export class Clicks {
  /** @type {Map<string, {ticket: TicketId, serial: number}>} by unit: the last click on it */
  #pending = new Map();
  /** @type {{unit: string, serial: number} | null} the last unit clicked or opened */
  #chosen = null;
  #serial = 0;
  /** @type {Answer} the newest of Python */
  #answer = { serial: 0, marks: {}, selected: null };

  /** The unit that is selected; null is none. */
  get selected() {
    return this.#chosen === null ? this.#answer.selected : this.#chosen.unit;
  }

  /**
   * Select a unit by a click.
   *
   * @param {string} unit
   * @returns {number} the serial number of the click
   */
  choose(unit) {
    this.#serial = Math.max(this.#serial, this.#answer.serial) + 1;
    this.#chosen = { unit, serial: this.#serial };
    return this.#serial;
  }

  /**
   * Set a unit by a click; in place of a click on it before.
   *
   * @param {string} unit
   * @param {TicketId} ticket
   * @param {number} [serial] left out of what a drag paints
   */
  set(unit, ticket, serial = DRAGGED) {
    this.#pending.delete(unit); // the last click comes last
    this.#pending.set(unit, { ticket, serial });
  }

  /**
   * Take back what was set by a click.
   *
   * @param {string} unit
   */
  unset(unit) {
    this.#pending.delete(unit);
  }

  /** The units that a drag has painted so far, in its order. */
  get dragged() {
    return [...this.#pending].filter(([, { serial }]) => serial === DRAGGED).map(([unit]) => unit);
  }

  /**
   * Take in an answer, unless a newer one came before it, and forget the clicks that it settles.
   *
   * @param {Answer} answer
   */
  take(answer) {
    if (answer.serial < this.#answer.serial) return;
    this.#answer = answer;
    for (const [unit, { serial }] of this.#pending) {
      if (serial <= answer.serial) this.#pending.delete(unit);
    }
    if (this.#chosen !== null && this.#chosen.serial <= answer.serial) this.#chosen = null;
  }

  /** Forget all clicks: those on a map that has gone mean nothing on the one in its place. */
  forget() {
    this.#pending.clear();
    this.#chosen = null;
  }

  /**
   * Return what a unit should show: what Python said of it, or a click that has no answer yet.
   *
   * @param {string} unit
   * @param {number} electors
   * @returns {Mark}
   */
  expected(unit, electors) {
    const mark = this.#answer.marks[unit] ?? EMPTY;
    const click = this.#pending.get(unit);
    if (click === undefined || isSet(mark, click.ticket)) return mark;
    const { ticket } = click;
    const adds = ticket === null ? {} : { [ticket]: electors };
    const edge = mark.edge === undefined ? {} : { edge: mark.edge };
    return { ticket, adds, changed: true, note: "", ...edge };
  }
}
