// How a ticket is painted: its colour, its ink, and its pattern for eyes that tell no colours.

import { svg } from "./dom.js";
import { OTHER } from "./store.js";

/** What each pattern draws over its colour, in a cell of 12 by 12 pixels. */
const STROKES = {
  diagonal: "M-3,3L3,-3M-1,13L13,-1M9,15L15,9",
  cross: "M0,0L12,12M12,0L0,12",
  lines: "M0,3H12M0,9H12",
  columns: "M3,0V12M9,0V12",
  dots: "M2,3h2M8,9h2",
};

const CELL = { width: 12, height: 12 };
const BAND = 28; // pixels across one pair of stripes, where a unit's electors divide
const LEAST = 0.15; // share of them that the smaller part has at least, so that it is seen
const UNDECIDED_COAT = { colour: null, ink: null, fill: null, pattern: "solid" };
const OTHER_COLOUR = "var(--ecx-other)";
const OTHER_COAT = {
  colour: OTHER_COLOUR,
  ink: "var(--ecx-other-ink)",
  fill: OTHER_COLOUR,
  pattern: "solid",
};

/** The coats of one drawing, with its patterns as SVG definitions. */
export class Wardrobe {
  #prefix = `ecx-${Math.random().toString(36).slice(2)}`; // ids are shared by the whole page
  #coats = new Map();
  #splits = new Map(); // tickets and share -> fill
  #scale = 1;
  element = svg("defs");

  /** Take in the tickets; with patterns off every ticket is painted plain. */
  fill(tickets, patterns) {
    this.#coats.clear();
    this.#splits.clear();
    this.element.replaceChildren();
    for (const { id, colour, ink, pattern } of tickets) {
      if (patterns && pattern in STROKES) {
        const name = `${this.#prefix}-${this.#coats.size}`;
        this.element.append(definition(name, { colour, ink, pattern }));
        this.#coats.set(id, { colour, ink, fill: `url("#${name}")`, pattern });
      } else {
        this.#coats.set(id, { colour, ink, fill: colour, pattern: "solid" });
      }
    }
  }

  /** Keep a pattern's cell the same size on the screen whatever the map's scale. */
  scale(pixelsPerUnit) {
    this.#scale = 1 / pixelsPerUnit;
    for (const pattern of this.element.children) this.#fit(pattern);
  }

  /** The fill of a unit whose electors divide between two tickets, as stripes; else null. */
  split({ ticket, adds }) {
    const parts = Object.entries(adds).filter(([id, number]) => number > 0 && this.#coats.has(id));
    if (parts.length < 2 || !this.#coats.has(ticket)) return null;
    const [second, most] = parts
      .filter(([id]) => id !== ticket)
      .reduce((best, part) => (part[1] > best[1] ? part : best));
    const share = Math.max(LEAST, most / ((adds[ticket] ?? 0) + most));
    const key = `${ticket} ${second} ${share.toFixed(2)}`;
    if (!this.#splits.has(key)) this.#splits.set(key, this.#stripe(ticket, second, share));
    return this.#splits.get(key);
  }

  #stripe(first, second, share) {
    const name = `${this.#prefix}-split-${this.#splits.size}`;
    const size = { width: BAND, height: BAND };
    const pattern = svg(
      "pattern",
      { id: name, patternUnits: "userSpaceOnUse", ...size, "data-turn": 45 },
      svg("rect", { ...size, fill: this.#coats.get(first).colour }),
      svg("rect", { ...size, width: share * BAND, fill: this.#coats.get(second).colour }),
    );
    this.#fit(pattern);
    this.element.append(pattern);
    return `url("#${name}")`;
  }

  #fit(pattern) {
    const turn = pattern.dataset.turn ?? 0;
    pattern.setAttribute("patternTransform", `scale(${this.#scale}) rotate(${turn})`);
  }

  /** What an element wears for a unit's mark. */
  worn({ ticket, adds }) {
    return ticket === null && adds[OTHER] > 0 ? OTHER_COAT : this.coat(ticket);
  }

  /** What an element wears for a ticket id; null is undecided. */
  coat(id) {
    return this.#coats.get(id) ?? UNDECIDED_COAT;
  }
}

function definition(name, { colour, ink, pattern }) {
  return svg(
    "pattern",
    { id: name, patternUnits: "userSpaceOnUse", ...CELL },
    svg("rect", { ...CELL, fill: colour }),
    svg("path", { d: STROKES[pattern], stroke: ink, class: "ecx-strokes" }),
  );
}

/** Put a coat on an element: the style sheet and its descendants read the colours from it. */
export function wear(element, coat) {
  for (const [property, value] of [["--ecx-fill", coat.colour], ["--ecx-ink", coat.ink]]) {
    if (value === null) element.style.removeProperty(property);
    else element.style.setProperty(property, value);
  }
  element.dataset.pattern = coat.pattern;
}
