// What a mark adds to its unit's colour: the ticket at its inner edge, and a sign.

import { CODE_WIDTH, fit, SMALLEST } from "./labels.js";
import { svg, write } from "./dom.js";
import { wear } from "./coat.js";

const EDGE = { share: 0.15, least: 1.25, most: 5 }; // of the unit's lesser side; in pixels
const SEAM = 1.3; // width of an edge with the line that parts it from the fill, in edges
const SIGN = { framed: 0.58, free: 0.85, width: 0.62 }; // sizes in sides; a letter's, in sizes
const SHOULDER = { 1: 0.5, 2: 0.95 }; // of a label of so many lines, over its middle; in ems
const BADGE = { size: 0.8, height: 1.3, width: 0.62, air: 0.55, gap: 0.35 }; // of a label's; of its own size

/** Edges and signs of one drawing; `Shapes` says where its units lie. */
export class Signs {
  #prefix = `ecx-${Math.random().toString(36).slice(2)}`; // ids are shared by the whole page
  #edges = new Map(); // unit -> group
  #made = 0; // edges so far
  #signs = new Map(); // unit -> {group, text, badge}
  #shapes;
  #scale = 0; // pixels per map unit; 0 until the drawing is on the page
  #size = 0; // font size of labels, in pixels
  edges = svg("g", { class: "ecx-edges", "aria-hidden": "true" });
  signs = svg("g", { class: "ecx-signs", "aria-hidden": "true" });

  constructor(shapes) {
    this.#shapes = shapes;
  }

  /** A new map, which is not on the page yet. */
  build() {
    this.#scale = 0;
    for (const map of [this.#edges, this.#signs]) map.clear();
    for (const layer of [this.edges, this.signs]) layer.replaceChildren();
  }

  /** Fit all to the scale, in pixels per map unit, and to the labels' font size. */
  resize(scale, size) {
    [this.#scale, this.#size] = [scale, size];
    for (const unit of this.#edges.keys()) this.#fitEdge(unit);
    for (const unit of this.#signs.keys()) this.#fitSign(unit);
  }

  /** Show a unit's edge, in a CSS colour or null, and its sign over a coat, or "". */
  paint(unit, edge, sign, coat) {
    this.#paintEdge(unit, edge);
    this.#paintSign(unit, sign, coat);
  }

  #paintEdge(unit, colour) {
    if (colour === null) {
      this.#edges.get(unit)?.remove();
      this.#edges.delete(unit);
      return;
    }
    if (!this.#edges.has(unit)) {
      const d = this.#shapes.outline(unit).getAttribute("d");
      this.#made += 1;
      const id = `${this.#prefix}-edge-${this.#made}`;
      const group = svg(
        "g",
        { "clip-path": `url("#${id}")` },
        svg("clipPath", { id }, svg("path", { d })), // lines are drawn half outside
        svg("path", { d, class: "ecx-seam" }),
        svg("path", { d, class: "ecx-edge" }),
      );
      this.#edges.set(unit, group);
      this.edges.append(group);
      if (this.#scale > 0) this.#fitEdge(unit);
    }
    this.#edges.get(unit).lastChild.style.stroke = colour;
  }

  #fitEdge(unit) {
    const { w, h } = this.#shapes.spot(unit);
    const pixels = EDGE.share * Math.min(w, h) * this.#scale;
    const width = Math.min(Math.max(pixels, EDGE.least), EDGE.most) / this.#scale;
    const [, gap, edge] = this.#edges.get(unit).children;
    edge.setAttribute("stroke-width", 2 * width);
    gap.setAttribute("stroke-width", 2 * width * SEAM);
  }

  #paintSign(unit, sign, coat) {
    if (sign === "") {
      this.#signs.get(unit)?.group.remove();
      this.#signs.delete(unit);
      return;
    }
    if (!this.#signs.has(unit)) {
      const text = svg("text", { dy: "0.35em" });
      const badge = this.#shapes.label(unit) === null ? null : svg("rect", { rx: 0.4 });
      const group = svg("g", { class: badge === null ? "ecx-sign" : "ecx-badge" });
      group.append(...(badge === null ? [text] : [badge, text]));
      this.#signs.set(unit, { group, text, badge });
      this.signs.append(group);
    }
    const { group, text } = this.#signs.get(unit);
    wear(group, coat);
    write(text, sign);
    if (this.#scale > 0) this.#fitSign(unit);
  }

  #fitSign(unit) {
    const { badge, text } = this.#signs.get(unit);
    if (badge === null) this.#fill(unit);
    else this.#pin(unit, text.textContent.length);
  }

  /** Write a sign as large as its unit. */
  #fill(unit) {
    const { group, text } = this.#signs.get(unit);
    const { x, y, w, h } = this.#shapes.spot(unit);
    const share = this.#edges.has(unit) ? SIGN.framed : SIGN.free;
    const size = share * Math.min(h, w / Math.max(1, text.textContent.length * SIGN.width));
    group.setAttribute("transform", `translate(${x + w / 2} ${y + h / 2}) scale(${size})`);
  }

  /** Put a badge at the left shoulder of a unit's label, or in its place where that has no room. */
  #pin(unit, letters) {
    const { group, badge } = this.#signs.get(unit);
    const { at: [x, y], room, code, value } = this.#shapes.label(unit);
    const { size, lines } = fit(room * this.#scale, this.#size, code, value);
    const own = Math.max(SMALLEST, size * BADGE.size);
    const width = letters * BADGE.width + BADGE.air;
    const aside = lines === 0 ? 0 : (code.length * CODE_WIDTH * size + own * width) / 2 + own * BADGE.gap;
    const up = lines === 0 ? 0 : size * SHOULDER[lines];
    const [left, top] = [x - aside / this.#scale, y - up / this.#scale];
    group.setAttribute("transform", `translate(${left} ${top}) scale(${own / this.#scale})`);
    const box = { x: -width / 2, y: -BADGE.height / 2, width, height: BADGE.height };
    for (const [name, number] of Object.entries(box)) badge.setAttribute(name, number);
  }
}
