// The drawing: outlines, lines between them, leader lines, labels, and the rings drawn on top.

import { svg, write } from "../../esm/dom.js";
import { Captions } from "./captions.js";
import { Wardrobe, wear } from "./coat.js";
import { fit } from "./labels.js";
import { Signs } from "./signs.js";
import { short, spoken } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Coat, Drawing, Ground, Mark, Point, Spot } from "./types.d.ts" */

/** @typedef {"hover" | "selected" | "focus"} RingKind that comes and goes */
/** @typedef {ReturnType<typeof labelOf>} Label */

const CLOSE = /z/iu; // ends a closed line of a path
const SMALL_ISLAND = 0.2; // share of the longest line around a unit
const MARGIN = 8; // around the outlines where the frame is cropped to them, in map units

// An outline is a button for its unit, or silent where a box speaks for the unit.
const BUTTON = { role: "button", tabindex: "-1" };
const SILENT = { "aria-hidden": "true" };

/**
 * Make one ring: a light line under a dark one, so that it shows on every color.
 *
 * @param {RingKind | "standing"} kind
 */
function ring(kind) {
  return svg(
    "g",
    { class: `ecx-ring ecx-ring-${kind}` },
    svg("path", { class: "ecx-halo" }),
    svg("path", { class: "ecx-line" }),
  );
}

/** The SVG of one map. Knows each unit's elements, so that painting one touches no other. */
export class Shapes {
  #store;
  #wardrobe = new Wardrobe();
  /** @type {Map<string, SVGPathElement>} by unit */
  #outlines = new Map();
  /** @type {Map<string, Label>} by unit */
  #labels = new Map();
  /** @type {Map<string, Spot>} by unit, of those that somebody asked for */
  #spots = new Map();
  #signs = new Signs(this);
  #captions = new Captions();
  #ground = svg("svg", { class: "ecx-ground", "aria-hidden": "true" }); // clips what it holds
  #layer = svg("g", { class: "ecx-outlines" });
  #lettering = svg("g", { class: "ecx-labels", "aria-hidden": "true" });
  #lines = svg("g", { class: "ecx-lines", "aria-hidden": "true" });
  #rings = { hover: ring("hover"), selected: ring("selected"), focus: ring("focus") };
  /** @type {Set<string>} units that their marks ring */
  #ringed = new Set();
  #standing = ring("standing");
  /** @type {Point} of the frame, in map units */
  #corner = [0, 0];
  #scale = 1; // pixels per map unit
  #size = 12; // font size of labels, in pixels
  element = svg("svg", { class: "ecx-svg" });

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
    this.element.append(
      this.#wardrobe.element,
      this.#ground,
      this.#layer,
      this.#signs.edges,
      this.#lines,
      svg("g", { "aria-hidden": "true" }, this.#standing, ...Object.values(this.#rings)),
      this.#lettering,
      this.#captions.element,
      this.#signs.signs,
    );
  }

  /**
   * Draw the map anew.
   *
   * @param {Set<string>} boxed the units that have a box, which speaks for them
   */
  build(boxed) {
    const { map, units, tickets, persons, patterns } = this.#store;
    this.#wardrobe.fill([...tickets, ...persons], patterns);
    this.#outlines.clear();
    this.#labels.clear();
    this.#spots.clear();
    this.#signs.build();
    this.#captions.build(map.captions);
    for (const [unit, { code }] of Object.entries(units)) {
      const outline = map.outlines[unit];
      if (outline === undefined) continue;
      const role = boxed.has(unit) ? SILENT : BUTTON;
      this.#outlines.set(unit, svg("path", { d: outline, "data-unit": unit, ...role }));
      const label = map.labels[unit];
      const isTied = Boolean(map.boxes[unit]?.leader);
      if (label !== undefined && !isTied) this.#labels.set(unit, labelOf(code, label));
    }
    this.#ground.replaceChildren(...Object.values(map.ground ?? {}).map(groundOf));
    this.#layer.replaceChildren(...this.#outlines.values());
    this.#lettering.replaceChildren(...[...this.#labels.values()].map(({ group }) => group));
    this.#drawLines(map);
    for (const kind of /** @type {RingKind[]} */ (Object.keys(this.#rings))) this.ring(kind, null);
    this.#ringed.clear();
    this.#drawRinged();
  }

  /**
   * Return the outline of a unit, or null where it has only a box.
   *
   * @param {string} unit
   */
  outline(unit) {
    return this.#outlines.get(unit) ?? null;
  }

  /**
   * Return where the outline of a unit is, in map units; it must be on the page. A unit without an
   * outline has no extent.
   *
   * @param {string} unit
   * @returns {Spot}
   */
  spot(unit) {
    const known = this.#spots.get(unit);
    if (known !== undefined) return known;
    const outline = this.#outlines.get(unit);
    if (outline === undefined) return { x: 0, y: 0, w: 0, h: 0 };
    const { x, y, width, height } = outline.getBBox();
    const spot = { x, y, w: width, h: height };
    this.#spots.set(unit, spot);
    return spot;
  }

  /**
   * Whether a side of a unit is shorter than so many pixels.
   *
   * @param {string} unit
   * @param {number} pixels
   */
  isSmaller(unit, pixels) {
    const { w, h } = this.spot(unit);
    return Math.min(w, h) * this.#scale < pixels;
  }

  /**
   * Return where a unit is: its label, or the middle of its outline; null where its box is.
   *
   * @param {string} unit
   * @returns {Point | null}
   */
  middle(unit) {
    const { labels, boxes } = this.#store.map;
    const label = this.#outlines.has(unit) ? labels[unit] : undefined;
    if (label !== undefined) return [label[0], label[1]];
    if (boxes[unit] !== undefined) return null;
    const { x, y, w, h } = this.spot(unit);
    return [x + w / 2, y + h / 2];
  }

  /**
   * Return a unit's label, its room, and where it is; null where nothing is written.
   *
   * @param {string} unit
   */
  label(unit) {
    const label = this.#labels.get(unit);
    if (label === undefined) return null;
    const { code, value, at, room } = label;
    return { code: code.textContent ?? "", value: value.textContent ?? "", at, room };
  }

  /**
   * Return the small unit nearest to a point of the page, if it is within reach; else null.
   *
   * @param {number} clientX
   * @param {number} clientY
   * @param {number} reach in pixels
   */
  nearest(clientX, clientY, reach) {
    const drawing = this.element.getBoundingClientRect();
    const x = this.#corner[0] + (clientX - drawing.left) / this.#scale;
    const y = this.#corner[1] + (clientY - drawing.top) / this.#scale;
    /** @type {string | null} */
    let best = null;
    let least = reach / this.#scale;
    for (const unit of this.#outlines.keys()) {
      const spot = this.spot(unit);
      if (Math.max(spot.w, spot.h) * this.#scale > 2 * reach) continue; // nobody misses it
      const across = Math.max(spot.x - x, 0, x - spot.x - spot.w);
      const away = Math.hypot(across, Math.max(spot.y - y, 0, y - spot.y - spot.h));
      if (away <= least) [best, least] = [unit, away];
    }
    return best;
  }

  /**
   * Show what a unit shows now.
   *
   * @param {string} unit
   * @returns {Coat} what it wears
   */
  paint(unit) {
    const mark = this.#store.mark(unit);
    const coat = this.#wardrobe.worn(mark);
    const stripes = this.#wardrobe.split(mark);
    const outline = this.#outlines.get(unit);
    if (outline !== undefined) {
      outline.style.fill = stripes ?? coat.fill ?? "";
      if (outline.hasAttribute("role")) {
        outline.setAttribute("aria-label", spoken(this.#store, unit));
      }
    }
    const label = this.#labels.get(unit);
    if (label !== undefined) {
      wear(label.group, stripes === null ? coat : { ...coat, pattern: "split" });
      this.#letter(unit, label);
    }
    if (outline !== undefined) this.#sign(unit, mark, coat);
    if (this.#ringed.has(unit) !== (mark.ring === true)) {
      if (mark.ring) this.#ringed.add(unit);
      else this.#ringed.delete(unit);
      this.#drawRinged();
    }
    return coat;
  }

  /**
   * Put a ring around a unit; null takes it away.
   *
   * @param {RingKind} kind
   * @param {string | null} unit
   */
  ring(kind, unit) {
    const path = unit === null ? undefined : this.#outlines.get(unit);
    const outline = path?.getAttribute("d") ?? "";
    for (const line of this.#rings[kind].children) line.setAttribute("d", outline);
  }

  /** Draw the rings of marks: as one path, so that two neighbors have one line between them. */
  #drawRinged() {
    const { outlines } = this.#store.map;
    const path = [...this.#ringed].map((unit) => mainland(outlines[unit] ?? "")).join("");
    for (const line of this.#standing.children) line.setAttribute("d", path);
  }

  /**
   * Frame the whole map, or the outlines alone where boxes are elsewhere.
   *
   * @param {boolean} cropped
   * @returns {Drawing["frame"]}
   */
  frame(cropped) {
    const { frame, land } = this.#store.map;
    const [x, y, width, height] = (cropped && land) || frame;
    const box = cropped && !land ? this.#layer.getBBox() : { x, y, width, height };
    const margin = cropped ? MARGIN : 0;
    const [left, top] = [box.x - margin, box.y - margin];
    const [across, down] = [box.width + 2 * margin, box.height + 2 * margin];
    this.#corner = [left, top];
    const viewBox = `${left} ${top} ${across} ${down}`;
    this.element.setAttribute("viewBox", viewBox);
    for (const [name, value] of Object.entries({
      viewBox,
      x: left,
      y: top,
      width: across,
      height: down,
    }))
      this.#ground.setAttribute(name, String(value));
    return [left, top, across, down];
  }

  /**
   * Fit labels and patterns to the scale and to the labels' font size.
   *
   * @param {number} scale in pixels per map unit
   * @param {number} size in pixels
   */
  resize(scale, size) {
    for (const unit of this.#outlines.keys()) this.spot(unit); // all before anything is drawn anew
    this.#scale = scale;
    this.#size = size;
    this.#wardrobe.scale(scale);
    for (const [unit, label] of this.#labels) this.#letter(unit, label);
    this.#signs.resize(scale, size);
    this.#captions.resize(scale, size);
  }

  /**
   * Show a unit's inner edge, and its sign where no box shows it.
   *
   * @param {string} unit
   * @param {Mark} mark
   * @param {Coat} coat
   */
  #sign(unit, { ticket, edge = null, sign = "" }, coat) {
    const framed = edge !== null && edge !== ticket;
    const boxed = this.#store.map.boxes[unit] !== undefined;
    const colour = framed ? this.#wardrobe.coat(edge).colour : null;
    this.#signs.paint(unit, colour, boxed ? "" : sign, coat);
  }

  /**
   * Write a unit's label as large as it has room for.
   *
   * @param {string} unit
   * @param {Label} label
   */
  #letter(unit, { group, code, value, at: [x, y], room }) {
    const text = short(this.#store, unit);
    const { size, lines } = fit(room * this.#scale, this.#size, code.textContent ?? "", text);
    group.setAttribute("transform", `translate(${x} ${y}) scale(${size / this.#scale})`);
    group.dataset.lines = String(lines);
    group.toggleAttribute("data-changed", this.#store.mark(unit).changed === true);
    write(value, text);
  }

  /** @param {Drawing} drawing */
  #drawLines({ borders, inner, boxes }) {
    const path = Object.values(boxes)
      .flatMap(({ leader }) => (leader === null ? [] : [leader]))
      .map((points) => `M${points.map((point) => point.join(",")).join("L")}`)
      .join("");
    this.#lines.replaceChildren(
      svg("path", { d: inner, class: "ecx-inner" }),
      svg("path", { d: borders, class: "ecx-borders" }),
      svg("path", { d: path, class: "ecx-leaders" }),
    );
  }
}

/**
 * Leave small islands out of an outline: a ring around each would be all that is seen of them.
 *
 * @param {string} outline of closed lines, which are as long as their text
 */
function mainland(outline) {
  const lines = outline.split(CLOSE).filter((line) => line !== "");
  const least = SMALL_ISLAND * Math.max(...lines.map(({ length }) => length));
  return lines
    .filter(({ length }) => length >= least)
    .map((line) => `${line}z`)
    .join("");
}

/**
 * Make the label of a unit.
 *
 * @param {string} text of its first line
 * @param {[x: number, y: number, room: number]} place in map units
 */
function labelOf(text, [x, y, room]) {
  const code = svg("text", { class: "ecx-code" }, text);
  const value = svg("text", { class: "ecx-value" });
  const dot = svg("circle", { class: "ecx-dot", r: 0.17, cx: 0.95, cy: -0.85 });
  /** @type {Point} */
  const at = [x, y];
  return { group: svg("g", {}, code, value, dot), code, value, at, room };
}

/**
 * Make a shape that is only looked at, with its name for the mouse.
 *
 * @param {Ground} ground
 */
function groundOf({ path, name, note }) {
  const title = [name, note].filter((part) => part !== "").join(". ");
  return svg("path", { d: path }, ...(title === "" ? [] : [svg("title", {}, title)]));
}
