// How a ticket is painted: its color, its ink, and its pattern for eyes that tell no colors apart.

import { svg } from "../../esm/dom.js";
import { OTHER } from "./marks.js";

/** @import { Coat, Mark, TicketStyle } from "./types.d.ts" */

/**
 * What each pattern draws over its color, in a cell of 12 by 12 pixels.
 *
 * @type {Partial<Record<string, string>>}
 */
const STROKES = {
  diagonal: "M-3,3L3,-3M-1,13L13,-1M9,15L15,9",
  cross: "M0,0L12,12M12,0L0,12",
  lines: "M0,3H12M0,9H12",
  columns: "M3,0V12M9,0V12",
  dots: "M2,3h2M8,9h2",
};

const CELL = { width: 12, height: 12 };
const BAND = 28; // pixels across one pair of stripes, where a unit's electors divide
const LEAST = 0.15; // share of a pair that the narrower stripe has at least, so that it is seen

/** @type {Coat} */
const UNDECIDED_COAT = { colour: null, ink: null, fill: null, pattern: "solid" };
const OTHER_COLOUR = "var(--ecx-other)";

/** @type {Coat} */
const OTHER_COAT = {
  colour: OTHER_COLOUR,
  ink: "var(--ecx-other-ink)",
  fill: OTHER_COLOUR,
  pattern: "solid",
};

/** The coats of one drawing, with its patterns as SVG definitions. */
export class Wardrobe {
  #prefix = `ecx-${Math.random().toString(36).slice(2)}`; // ids are shared by the whole page
  /** @type {Map<string, Coat & {colour: string}>} by ticket */
  #coats = new Map();
  /** @type {Map<string, string>} fills by tickets and share */
  #splits = new Map();
  #scale = 1;
  element = svg("defs");

  /**
   * Take in tickets and persons; with patterns off every one is painted plain.
   *
   * @param {TicketStyle[]} tickets
   * @param {boolean} patterns
   */
  fill(tickets, patterns) {
    this.#coats.clear();
    this.#splits.clear();
    this.element.replaceChildren();
    for (const { id, colour, ink, pattern } of tickets) {
      const strokes = patterns ? STROKES[pattern] : undefined;
      if (strokes === undefined) {
        this.#coats.set(id, { colour, ink, fill: colour, pattern: "solid" });
      } else {
        const name = `${this.#prefix}-${this.#coats.size}`;
        this.element.append(definition(name, colour, ink, strokes));
        this.#coats.set(id, { colour, ink, fill: `url("#${name}")`, pattern });
      }
    }
  }

  /**
   * Keep a pattern's cell the same size on the screen whatever the map's scale.
   *
   * @param {number} pixelsPerUnit
   */
  scale(pixelsPerUnit) {
    this.#scale = 1 / pixelsPerUnit;
    for (const pattern of this.element.children) this.#fit(pattern);
  }

  /**
   * Return stripes as the fill of a unit whose electors divide between tickets; null of others.
   *
   * @param {Mark} mark
   */
  split({ ticket, adds }) {
    const parts = Object.entries(adds).filter(([id, number]) => number > 0 && this.#coats.has(id));
    const first = ticket === null ? undefined : this.#coats.get(ticket);
    if (parts.length < 2 || ticket === null || first === undefined) return null;
    const [second, most] = parts
      .filter(([other]) => other !== ticket)
      .reduce((best, part) => (part[1] > best[1] ? part : best));
    const share = Math.max(LEAST, most / ((adds[ticket] ?? 0) + most));
    const key = `${ticket} ${second} ${share.toFixed(2)}`;
    const known = this.#splits.get(key);
    if (known !== undefined) return known;
    const fill = this.#stripe(first.colour, this.coat(second).colour, share);
    this.#splits.set(key, fill);
    return fill;
  }

  /**
   * Make stripes of two colors, of which the second has a share of the width.
   *
   * @param {string} first
   * @param {string | null} second
   * @param {number} share
   */
  #stripe(first, second, share) {
    const name = `${this.#prefix}-split-${this.#splits.size}`;
    const size = { width: BAND, height: BAND };
    const pattern = svg(
      "pattern",
      { id: name, patternUnits: "userSpaceOnUse", ...size, "data-turn": 45 },
      svg("rect", { ...size, fill: first }),
      svg("rect", { ...size, width: share * BAND, fill: second }),
    );
    this.#fit(pattern);
    this.element.append(pattern);
    return `url("#${name}")`;
  }

  /** @param {Element} pattern */
  #fit(pattern) {
    const turn = pattern.getAttribute("data-turn") ?? 0;
    pattern.setAttribute("patternTransform", `scale(${this.#scale}) rotate(${turn})`);
  }

  /**
   * Return what an element wears for a unit's mark.
   *
   * @param {Mark} mark
   */
  worn({ ticket, adds }) {
    return ticket === null && (adds[OTHER] ?? 0) > 0 ? OTHER_COAT : this.coat(ticket);
  }

  /**
   * Return what an element wears for a ticket; null is undecided.
   *
   * @param {string | null} id
   */
  coat(id) {
    return (id === null ? undefined : this.#coats.get(id)) ?? UNDECIDED_COAT;
  }
}

/**
 * Define a pattern: strokes in a ticket's ink over its color.
 *
 * @param {string} name
 * @param {string} colour
 * @param {string} ink
 * @param {string} strokes
 */
function definition(name, colour, ink, strokes) {
  return svg(
    "pattern",
    { id: name, patternUnits: "userSpaceOnUse", ...CELL },
    svg("rect", { ...CELL, fill: colour }),
    svg("path", { d: strokes, stroke: ink, class: "ecx-strokes" }),
  );
}

/**
 * Put a coat on an element: the style sheet and its descendants read the colors from it.
 *
 * @param {HTMLElement | SVGElement} element
 * @param {Coat} coat
 */
export function wear(element, coat) {
  element.style.setProperty("--ecx-fill", coat.colour); // null takes the property away
  element.style.setProperty("--ecx-ink", coat.ink);
  element.dataset.pattern = coat.pattern;
}
