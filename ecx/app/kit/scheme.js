// The colors of a figure as its place on the page has them: on a bright screen, on a dark one, and
// on paper, which is always bright.

import { html } from "../../esm/dom.js";

/** @import { Figure } from "./types.d.ts" */

const NAMED = "var(--";
const SHAPES = "geojson"; // thousands of numbers, and no color

/**
 * Return the same value with each named color replaced.
 *
 * @param {unknown} value
 * @param {(name: string) => string} color
 * @returns {unknown}
 */
export function replaced(value, color) {
  if (typeof value === "string") return value.startsWith(NAMED) ? color(value) : value;
  if (Array.isArray(value)) return value.map((part) => replaced(part, color));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === SHAPES ? part : replaced(part, color),
    ]),
  );
}

/**
 * Look the named colors of a figure up.
 *
 * @param {Figure} figure
 * @param {Element} place where it is shown
 * @param {boolean} onPaper
 * @returns {Figure}
 */
export function colored(figure, place, onPaper) {
  const probe = html("span", { hidden: true });
  if (onPaper) probe.style.colorScheme = "light";
  place.append(probe);
  const style = getComputedStyle(probe);
  /** @param {string} name */
  const color = (name) => {
    probe.style.color = name;
    return style.color;
  };
  const found = /** @type {Figure} */ (replaced(figure, color));
  probe.remove();
  return found;
}

/**
 * Call back whenever the visitor's system asks for the other scheme.
 *
 * @param {() => void} then
 * @returns {() => void} what ends it
 */
export function onScheme(then) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", then);
  return () => dark.removeEventListener("change", then);
}
