// What a mark adds to its unit's color: the ticket at its inner edge, and a sign.

import { svg, write } from "../../esm/dom.js";
import { wear } from "./coat.js";
import { CODE_WIDTH, fit, SMALLEST } from "./labels.js";

/** @import { Coat, Point, Spot } from "./types.d.ts" */

/**
 * The drawing that has the units.
 *
 * @typedef {object} Drawn
 * @property {(unit: string) => SVGPathElement | null} outline
 * @property {(unit: string) => Spot} spot
 * @property {(unit: string) => {code: string, value: string, at: Point, room: number} | null} label
 */

/** @typedef {{group: SVGGElement, text: SVGTextElement, badge: SVGRectElement | null}} Sign */

const EDGE = { share: 0.15, least: 1.25, most: 5 }; // of the unit's lesser side; in pixels
const SEAM = 1.3; // width of an edge with the line that parts it from the fill, in edges
const SIGN = { framed: 0.58, free: 0.85, width: 0.62 }; // sizes in sides; a letter's, in sizes
const SHOULDER = [0, 0.5, 0.95]; // how far up a label of so many lines reaches, in ems

/** A badge's font size in those of its label; all else in its own font sizes. */
const BADGE = { size: 0.8, height: 1.3, width: 0.62, air: 0.55, gap: 0.35 };

/**
 * Return where a badge is written: at the left shoulder of a label, or in the place of one that has
 * no room.
 *
 * @param {{code: string, value: string, room: number}} label
 * @param {number} letters of the badge
 * @param {number} scale in pixels per map unit
 * @param {number} size of the font of labels, in pixels
 * @returns {{own: number, width: number, aside: number, up: number}} its font size in pixels, its
 *   width in font sizes, and how far it is from the label's middle, in pixels to the left and up
 */
export function pinned({ code, value, room }, letters, scale, size) {
  const fitted = fit(room * scale, size, code, value);
  const own = Math.max(SMALLEST, fitted.size * BADGE.size);
  const width = letters * BADGE.width + BADGE.air;
  if (fitted.lines === 0) return { own, width, aside: 0, up: 0 };
  const aside = (code.length * CODE_WIDTH * fitted.size + own * width) / 2 + own * BADGE.gap;
  return { own, width, aside, up: fitted.size * (SHOULDER[fitted.lines] ?? 0) };
}

/** Edges and signs of one drawing. */
export class Signs {
  #prefix = `ecx-${Math.random().toString(36).slice(2)}`; // ids are shared by the whole page
  /** @type {Map<string, {group: SVGGElement, gap: SVGPathElement, edge: SVGPathElement}>} by unit */
  #edges = new Map();
  #made = 0; // edges so far
  /** @type {Map<string, Sign>} by unit */
  #signs = new Map();
  #shapes;
  #scale = 0; // pixels per map unit; 0 until the drawing is on the page
  #size = 0; // font size of labels, in pixels
  edges = svg("g", { class: "ecx-edges", "aria-hidden": "true" });
  signs = svg("g", { class: "ecx-signs", "aria-hidden": "true" });

  /** @param {Drawn} shapes */
  constructor(shapes) {
    this.#shapes = shapes;
  }

  /** A new map, which is not on the page yet. */
  build() {
    this.#scale = 0;
    this.#edges.clear();
    this.#signs.clear();
    this.edges.replaceChildren();
    this.signs.replaceChildren();
  }

  /**
   * Fit all to the scale and to the labels' font size.
   *
   * @param {number} scale in pixels per map unit
   * @param {number} size in pixels
   */
  resize(scale, size) {
    this.#scale = scale;
    this.#size = size;
    for (const unit of this.#edges.keys()) this.#fitEdge(unit);
    for (const unit of this.#signs.keys()) this.#fitSign(unit);
  }

  /**
   * Show a unit's edge and sign.
   *
   * @param {string} unit
   * @param {string | null} edge a CSS color; null shows none
   * @param {string} sign empty shows none
   * @param {Coat} coat that the sign is written over
   */
  paint(unit, edge, sign, coat) {
    this.#paintEdge(unit, edge);
    this.#paintSign(unit, sign, coat);
  }

  /**
   * @param {string} unit
   * @param {string | null} colour
   */
  #paintEdge(unit, colour) {
    const outline = this.#shapes.outline(unit);
    if (colour === null || outline === null) {
      this.#edges.get(unit)?.group.remove();
      this.#edges.delete(unit);
      return;
    }
    const edge = this.#edges.get(unit) ?? this.#addEdge(unit, outline);
    edge.edge.style.stroke = colour;
  }

  /**
   * @param {string} unit
   * @param {SVGPathElement} outline
   */
  #addEdge(unit, outline) {
    const d = outline.getAttribute("d");
    this.#made += 1;
    const id = `${this.#prefix}-edge-${this.#made}`;
    const gap = svg("path", { d, class: "ecx-seam" });
    const edge = svg("path", { d, class: "ecx-edge" });
    const clip = svg("clipPath", { id }, svg("path", { d })); // lines are drawn half outside
    const group = svg("g", { "clip-path": `url("#${id}")` }, clip, gap, edge);
    const added = { group, gap, edge };
    this.#edges.set(unit, added);
    this.edges.append(group);
    if (this.#scale > 0) this.#fitEdge(unit);
    return added;
  }

  /** @param {string} unit */
  #fitEdge(unit) {
    const { w, h } = this.#shapes.spot(unit);
    const pixels = EDGE.share * Math.min(w, h) * this.#scale;
    const width = Math.min(Math.max(pixels, EDGE.least), EDGE.most) / this.#scale;
    const { edge, gap } = this.#edges.get(unit) ?? {};
    edge?.setAttribute("stroke-width", String(2 * width));
    gap?.setAttribute("stroke-width", String(2 * width * SEAM));
  }

  /**
   * @param {string} unit
   * @param {string} sign
   * @param {Coat} coat
   */
  #paintSign(unit, sign, coat) {
    if (sign === "") {
      this.#signs.get(unit)?.group.remove();
      this.#signs.delete(unit);
      return;
    }
    const { group, text } = this.#signs.get(unit) ?? this.#addSign(unit);
    wear(group, coat);
    write(text, sign);
    if (this.#scale > 0) this.#fitSign(unit);
  }

  /** @param {string} unit */
  #addSign(unit) {
    const text = svg("text", { dy: "0.35em" });
    const badge = this.#shapes.label(unit) === null ? null : svg("rect", { rx: 0.4 });
    const group = svg("g", { class: badge === null ? "ecx-sign" : "ecx-badge" });
    group.append(...(badge === null ? [text] : [badge, text]));
    const added = { group, text, badge };
    this.#signs.set(unit, added);
    this.signs.append(group);
    return added;
  }

  /** @param {string} unit */
  #fitSign(unit) {
    const sign = this.#signs.get(unit);
    if (sign === undefined) return;
    if (sign.badge === null) this.#fill(unit, sign);
    else this.#pin(unit, sign.group, sign.badge, sign.text.textContent?.length ?? 0);
  }

  /**
   * Write a sign as large as its unit.
   *
   * @param {string} unit
   * @param {Sign} sign
   */
  #fill(unit, { group, text }) {
    const { x, y, w, h } = this.#shapes.spot(unit);
    const share = this.#edges.has(unit) ? SIGN.framed : SIGN.free;
    const letters = text.textContent?.length ?? 0;
    const size = share * Math.min(h, w / Math.max(1, letters * SIGN.width));
    group.setAttribute("transform", `translate(${x + w / 2} ${y + h / 2}) scale(${size})`);
  }

  /**
   * Put a badge beside the label of a unit.
   *
   * @param {string} unit
   * @param {SVGGElement} group
   * @param {SVGRectElement} badge
   * @param {number} letters
   */
  #pin(unit, group, badge, letters) {
    const label = this.#shapes.label(unit);
    if (label === null) return;
    const { own, width, aside, up } = pinned(label, letters, this.#scale, this.#size);
    const [x, y] = label.at;
    const [left, top] = [x - aside / this.#scale, y - up / this.#scale];
    group.setAttribute("transform", `translate(${left} ${top}) scale(${own / this.#scale})`);
    const box = { x: -width / 2, y: -BADGE.height / 2, width, height: BADGE.height };
    for (const [name, number] of Object.entries(box)) badge.setAttribute(name, String(number));
  }
}
