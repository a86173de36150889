// Writes text in a picture: measured, broken into lines, in colors that the board names.

import { html, svg } from "../../esm/dom.js";

/** @typedef {{size: number, weight?: number, color?: string, anchor?: string}} Look of letters */

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
const ELLIPSIS = "…";
const TEXT_COLOR = "--ecx-text";

/** Measures and writes; it asks the page for the values of the board's colors. */
export class Pen {
  #board;
  #probe = html("span", { hidden: true });
  #paper = html("canvas").getContext("2d");
  family = FAMILY;

  /** @param {HTMLElement} board */
  constructor(board) {
    this.#board = board;
    board.style.colorScheme = "light"; // a picture goes on slides and papers, whatever the screen
    board.append(this.#probe);
  }

  /** Leave the page as it was. */
  put() {
    this.#probe.remove();
    this.#board.style.removeProperty("color-scheme");
    if (this.#board.getAttribute("style") === "") this.#board.removeAttribute("style");
    if (this.#board.getAttribute("style") === "") this.#board.removeAttribute("style");
  }

  /**
   * Return a color as any program knows it.
   *
   * @param {string} name of a custom property of the board, or a CSS color
   */
  color(name) {
    this.#probe.style.color = name.startsWith("--") ? `var(${name})` : name;
    return getComputedStyle(this.#probe).color;
  }

  /**
   * Return how wide a text is.
   *
   * @param {string} text
   * @param {Look} look
   */
  width(text, { size, weight = 400 }) {
    if (this.#paper === null) return text.length * size * 0.6;
    this.#paper.font = `${weight} ${size}px ${FAMILY}`;
    return this.#paper.measureText(text).width;
  }

  /**
   * Write a text.
   *
   * @param {string} text
   * @param {number} x
   * @param {number} y of its base line
   * @param {Look} look
   */
  text(text, x, y, { size, weight = 400, color = TEXT_COLOR, anchor = "start" }) {
    const fill = this.color(color);
    const letters = { "font-size": size, "font-weight": weight, "text-anchor": anchor };
    return svg("text", { x, y, fill, ...letters }, text);
  }

  /**
   * Shorten a text to a width, with an ellipsis in the place of its end.
   *
   * @param {string} text
   * @param {number} width
   * @param {Look} look
   */
  cut(text, width, look) {
    if (this.width(text, look) <= width) return text;
    let kept = text.length;
    while (kept > 0 && this.width(text.slice(0, kept) + ELLIPSIS, look) > width) kept -= 1;
    return text.slice(0, kept) + ELLIPSIS;
  }
}

/**
 * Break a text into lines.
 *
 * @param {string} text
 * @param {number} width
 * @param {Look} look
 * @param {{width: (text: string, look: Look) => number}} pen
 * @returns {string[]}
 */
export function brokenLines(text, width, look, pen) {
  /** @type {string[]} */
  const broken = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && pen.width(longer, look) > width) {
      broken.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? broken : [...broken, line];
}
