// How much can be written in a shape: code and electors, the code alone, or nothing.

// Mean widths of a bold code's and a number's characters, and the height of a line, in ems.
export const CODE_WIDTH = 0.68;
const VALUE_WIDTH = 0.56;
const LINE = 1.05;

// What a box must hold on one line and on two, in ems: "NE3 1 R" and "10 D", and a little air.
const ONE_LINE = { w: 4.3, h: 1.4 };
const TWO_LINES = { w: 2.8, h: 2.2 };

// Shapes go on beyond the circle that fits in them, so a corner may leave it a little.
const SLACK = 1.15;

export const NARROW = 640; // pixels of width below which a map is one of a phone

const SIZES = [1, 0.9, 0.8, 0.7, 0.6];
export const SMALLEST = 8; // pixels, below which nobody reads; on a phone it is held close
export const READABLE = 11; // pixels, below which nobody reads at arm's length
export const BOX = 24; // pixels, below which a box is hard to hit

/**
 * Fit a unit's label into its room.
 *
 * @param {number} room Radius of the free circle around the label, in pixels.
 * @param {number} size Font size of the map's labels, in pixels.
 * @param {string} code First line.
 * @param {string} value Second line.
 * @returns {{size: number, lines: 0 | 1 | 2}} Font size in pixels and how many lines it holds.
 */
export function fit(room, size, code, value) {
  const least = size >= READABLE ? READABLE : SMALLEST;
  for (const lines of /** @type {const} */ ([2, 1])) {
    const width = Math.max(code.length * CODE_WIDTH, lines === 2 ? value.length * VALUE_WIDTH : 0);
    const reach = Math.hypot(width, lines * LINE) / 2;
    for (const share of SIZES) {
      const tried = size * share;
      if (tried >= least && tried * reach <= room * SLACK) return { size: tried, lines };
    }
  }
  return { size, lines: 0 };
}

/**
 * Font size of the labels of a map, in pixels: in step with its width, and with the text around.
 *
 * @param {number} width Width of the map, in pixels.
 * @param {number} em Font size of the text around, in pixels; 16 where nobody enlarged it.
 */
export function labelSize(width, em) {
  const least = width < NARROW ? 0.6 : 0.7;
  return Math.min(Math.max(width * 0.0135 * (em / 16), em * least), em * 1.4);
}

/**
 * Whether boxes can be hit and read where they are on the map.
 *
 * @param {{w: number, h: number}[]} boxes Their sizes, in pixels.
 * @param {number} size Font size of what is written in them, in pixels.
 */
export function areUsable(boxes, size) {
  return boxes.every(({ w, h }) => size >= READABLE && w >= BOX && h >= BOX);
}

/**
 * How to write code and value into every box, whatever the boxes come to show.
 *
 * @param {{w: number, h: number}[]} boxes Their sizes, in pixels.
 * @param {number} size Font size of the map's labels, in pixels: boxes write no larger.
 * @returns {{size: number, lines: 1 | 2}} Font size in pixels, and on how many lines.
 */
export function fitBoxes(boxes, size) {
  /** @param {{w: number, h: number}} need */
  const largest = (need) =>
    Math.min(size, ...boxes.map(({ w, h }) => Math.min(w / need.w, h / need.h)));
  const [one, two] = [largest(ONE_LINE), largest(TWO_LINES)];
  return two > one ? { lines: 2, size: two } : { lines: 1, size: one };
}
