// The totals of a picture: who has how many, and the bar.

import { svg } from "../../esm/dom.js";
import { IDLE, OTHER } from "./marks.js";
import { leftovers } from "./words.js";

/** @import { Pen } from "./pen.js" */
/** @import { Store } from "./store.js" */

/** @typedef {{x: number, y: number, w: number}} Row where something is drawn */
/** @typedef {{name: string, total: number, color: string, ink: string}} Part of the totals */

const LEAST_SEEN = 3; // pixels of a part of the bar that has a vote at all

/**
 * List the parts of the bar from the left to the right, as the board's own bar has them.
 *
 * @param {Store} store
 * @returns {Part[]}
 */
function partsOf(store) {
  const tickets = [...store.tickets, ...store.persons].map(({ id, name, colour, ink }) => ({
    name,
    total: store.totals.get(id) ?? 0,
    color: colour,
    ink,
  }));
  const rest = leftovers(store).map(({ key, name, total }) => {
    const kind = key === OTHER || key === IDLE ? "other" : "undecided";
    return { name, total, color: `--ecx-${kind}`, ink: `--ecx-${kind}-ink` };
  });
  const [first, second, ...others] = tickets;
  const ordered = [first, ...others, ...rest, second].filter((part) => part !== undefined);
  return ordered.filter(({ total }) => total > 0);
}

/**
 * Write who has how many, most first, on as many lines as it takes.
 *
 * @param {Store} store
 * @param {Row} row
 * @param {number} size
 * @param {Pen} pen
 */
export function pictureScores(store, row, size, pen) {
  const group = svg("g");
  const ranked = partsOf(store).sort((one, other) => other.total - one.total);
  const { x: left } = row;
  let { x, y } = row;
  y += size;
  for (const { name, total, color } of ranked) {
    const number = { size: size * 1.3, weight: 700 };
    const wide = size * 1.3 + pen.width(`${name} `, { size }) + pen.width(`${total}`, number);
    if (x > left && x + wide > left + row.w) {
      x = left;
      y += size * 1.6;
    }
    const chip = { x, y: y - size * 0.8, width: size, height: size, rx: size * 0.15 };
    group.append(
      svg("rect", { ...chip, fill: pen.color(color) }),
      pen.text(name, x + size * 1.3, y, { size }),
      pen.text(`${total}`, x + wide, y, { ...number, anchor: "end" }),
    );
    x += wide + size * 1.5;
  }
  return { group, y };
}

/**
 * Draw the bar of the totals, with the number that wins.
 *
 * @param {Store} store
 * @param {Row} row
 * @param {number} em
 * @param {string} goal
 * @param {Pen} pen
 */
export function pictureBar(store, { x, y, w }, em, goal, pen) {
  const group = svg("g");
  const all = partsOf(store);
  const whole = all.reduce((sum, { total }) => sum + total, 0) || 1;
  const height = em * 1.2;
  const widths = all.map(({ total }) => Math.max(LEAST_SEEN, (total / whole) * w));
  const shrink = w / (widths.reduce((sum, width) => sum + width, 0) || w);
  let from = x;
  for (const [at, { color }] of all.entries()) {
    const width = (widths[at] ?? 0) * shrink;
    group.append(svg("rect", { x: from, y, width, height, fill: pen.color(color) }));
    from += width;
  }
  const middle = x + w / 2;
  const line = { x: middle - 1, width: 2, fill: pen.color("--ecx-text") };
  // Above and below the bar alone, so that it covers nobody.
  for (const top of [y - em * 0.25, y + height]) {
    group.append(svg("rect", { ...line, y: top, height: em * 0.25 }));
  }
  const look = { size: em * 0.75, weight: 600, color: "--ecx-soft", anchor: "middle" };
  group.append(pen.text(goal, middle, y + height + em, look));
  return { group, y: y + height + em };
}
