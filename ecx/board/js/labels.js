// How much can be written in a shape: code and electors, the code alone, or nothing.

// Mean widths of a bold code's and a number's characters, and the height of a line, in ems.
const CODE_WIDTH = 0.68;
const VALUE_WIDTH = 0.56;
const LINE = 1.05;

// Shapes go on beyond the circle that fits in them, so a corner may leave it a little.
const SLACK = 1.15;

const SIZES = [1, 0.9, 0.8];
const SMALLEST = 8; // pixels, below which nobody reads

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
  for (const lines of [2, 1]) {
    const width = Math.max(code.length * CODE_WIDTH, lines === 2 ? value.length * VALUE_WIDTH : 0);
    const reach = Math.hypot(width, lines * LINE) / 2;
    for (const share of SIZES) {
      const tried = size * share;
      if (tried >= SMALLEST && tried * reach <= room * SLACK) return { size: tried, lines };
    }
  }
  return { size, lines: 0 };
}

/** Font size of the labels of a map this wide, in pixels; `em` is the size of the text around. */
export function labelSize(width, em) {
  return Math.min(Math.max(width * 0.0125, em * 0.6), em * 1.4);
}
