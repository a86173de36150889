// Marks, which say what units show, and the keys of brushes and totals that are no tickets.

/** @import { Mark } from "./types.d.ts" */

/** @typedef {Mark["ticket"]} TicketId null is none */

export const UNDECIDED = "undecided";
export const LOOK = "look";
export const OTHER = "other";
export const IDLE = "idle";
export const OPEN = "open";

/** @type {Mark} */
export const EMPTY = { ticket: null, adds: {}, changed: false, note: "" };

/**
 * Whether two marks look alike; those that Python did not send anew are the same object.
 *
 * @param {Mark} a
 * @param {Mark} b
 */
export function alike(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Return the ticket that a mark says its unit is set to.
 *
 * @param {Mark} mark
 */
export function givenIn({ given, ticket }) {
  return given === undefined ? ticket : given;
}

/**
 * Whether a mark says that its unit is set to a ticket, or to none.
 *
 * @param {Mark} mark
 * @param {TicketId} ticket
 */
export function isSet(mark, ticket) {
  return givenIn(mark) === ticket && !mark.value;
}

/**
 * Return what a mark adds to which totals, with the electors that it does not speak of.
 *
 * @param {Mark} mark
 * @param {number} electors of its unit
 * @returns {[key: string, number: number][]}
 */
export function additions(mark, electors) {
  const spoken = Object.entries(mark.adds);
  const rest = spoken.reduce((left, [, number]) => left - number, electors);
  return [...spoken, [mark.ticket === null ? UNDECIDED : IDLE, rest]];
}
