// The drawing: outlines, lines between them, leader lines, labels, and the rings drawn on top.

import { Captions } from "./captions.js";
import { wear, Wardrobe } from "./coat.js";
import { svg, write } from "./dom.js";
import { fit } from "./labels.js";
import { Signs } from "./signs.js";
import { short, spoken } from "./words.js";

const MARGIN = 8; // around the outlines where the frame is cropped to them, in map units

/** One ring: a light line under a dark one, so that it shows on every colour. */
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
  #outlines = new Map(); // unit -> path
  #labels = new Map(); // unit -> {group, code, value, dot, at, room}
  #spots = new Map(); // unit -> {x, y, w, h}, once somebody asked
  #signs = new Signs(this);
  #captions = new Captions();
  #ground = svg("svg", { class: "ecx-ground", "aria-hidden": "true" }); // clips what it holds
  #layer = svg("g", { class: "ecx-outlines" });
  #lettering = svg("g", { class: "ecx-labels", "aria-hidden": "true" });
  #lines = svg("g", { class: "ecx-lines", "aria-hidden": "true" });
  #rings = { hover: ring("hover"), selected: ring("selected"), focus: ring("focus") };
  #corner = [0, 0]; // of the frame, in map units
  #scale = 1; // pixels per map unit
  #size = 12; // font size of labels, in pixels
  element = svg("svg", { class: "ecx-svg" });

  constructor(store) {
    this.#store = store;
    this.element.append(
      this.#wardrobe.element,
      this.#ground,
      this.#layer,
      this.#signs.edges,
      this.#lines,
      svg("g", { "aria-hidden": "true" }, ...Object.values(this.#rings)),
      this.#lettering,
      this.#captions.element,
      this.#signs.signs,
    );
  }

  /** Draw the map anew; units in `boxed` have a box that speaks for them. */
  build(boxed) {
    const { map, units, tickets, patterns } = this.#store;
    this.#wardrobe.fill(tickets, patterns);
    this.#outlines.clear();
    this.#labels.clear();
    this.#spots.clear();
    this.#signs.build();
    this.#captions.build(map.captions);
    for (const unit of Object.keys(units)) {
      const outline = map.outlines[unit];
      if (outline === undefined) continue;
      const spokenFor = boxed.has(unit);
      this.#outlines.set(unit, svg("path", { d: outline, "data-unit": unit, ...voice(spokenFor) }));
      const tied = map.boxes[unit]?.leader ?? null;
      if (map.labels[unit] !== undefined && tied === null) this.#label(unit, map.labels[unit]);
    }
    this.#ground.replaceChildren(...Object.values(map.ground ?? {}).map(ground));
    this.#layer.replaceChildren(...this.#outlines.values());
    this.#lettering.replaceChildren(...[...this.#labels.values()].map(({ group }) => group));
    this.#drawLines(map);
    for (const kind of Object.keys(this.#rings)) this.ring(kind, null);
  }

  /** The outline of a unit, or null where it has only a box. */
  outline(unit) {
    return this.#outlines.get(unit) ?? null;
  }

  /** Where the outline of a unit lies, in map units; it must be on the page. */
  spot(unit) {
    if (!this.#spots.has(unit)) {
      const { x, y, width, height } = this.#outlines.get(unit).getBBox();
      this.#spots.set(unit, { x, y, w: width, h: height });
    }
    return this.#spots.get(unit);
  }

  /** Where a unit stands: at its label, or in the middle of its outline; null if at its box. */
  middle(unit) {
    const { labels, boxes } = this.#store.map;
    const label = this.#outlines.has(unit) ? labels[unit] : undefined;
    if (label !== undefined) return [label[0], label[1]];
    if (boxes[unit] !== undefined) return null;
    const { x, y, w, h } = this.spot(unit);
    return [x + w / 2, y + h / 2];
  }

  /** A unit's label, its room, and where it stands; null where the unit is not lettered. */
  label(unit) {
    const label = this.#labels.get(unit);
    if (label === undefined) return null;
    const { code, value, at, room } = label;
    return { code: code.textContent, value: value.textContent, at, room };
  }

  /** The small unit nearest to a point of the page, if it is within reach; else null. */
  nearest(clientX, clientY, reach) {
    const drawing = this.element.getBoundingClientRect();
    const x = this.#corner[0] + (clientX - drawing.left) / this.#scale;
    const y = this.#corner[1] + (clientY - drawing.top) / this.#scale;
    let [best, least] = [null, reach / this.#scale];
    for (const unit of this.#outlines.keys()) {
      const spot = this.spot(unit);
      if (Math.max(spot.w, spot.h) * this.#scale > 2 * reach) continue; // nobody misses it
      const across = Math.max(spot.x - x, 0, x - spot.x - spot.w);
      const away = Math.hypot(across, Math.max(spot.y - y, 0, y - spot.y - spot.h));
      if (away <= least) [best, least] = [unit, away];
    }
    return best;
  }

  /** Show what a unit shows now. */
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
    return coat;
  }

  /** Put a ring around a unit, or take it away. */
  ring(kind, unit) {
    const outline = this.#outlines.get(unit)?.getAttribute("d") ?? "";
    for (const path of this.#rings[kind].children) path.setAttribute("d", outline);
  }

  /** Crop the frame to the outlines where boxes stand elsewhere; frame the whole map otherwise. */
  frame(cropped) {
    const [x, y, width, height] = this.#store.map.frame;
    const box = cropped ? this.#layer.getBBox() : { x, y, width, height };
    const margin = cropped ? MARGIN : 0;
    const frame = [
      box.x - margin,
      box.y - margin,
      box.width + 2 * margin,
      box.height + 2 * margin,
    ];
    this.#corner = frame;
    this.element.setAttribute("viewBox", frame.join(" "));
    this.#ground.setAttribute("viewBox", frame.join(" "));
    ["x", "y", "width", "height"].forEach((name, i) => this.#ground.setAttribute(name, frame[i]));
    return frame;
  }

  /** Fit labels and patterns to the scale, in pixels per map unit, and the labels' font size. */
  resize(scale, size) {
    for (const unit of this.#outlines.keys()) this.spot(unit); // all before anything is drawn anew
    this.#scale = scale;
    this.#size = size;
    this.#wardrobe.scale(scale);
    for (const [unit, label] of this.#labels) this.#letter(unit, label);
    this.#signs.resize(scale, size);
    this.#captions.resize(scale, size);
  }

  /** A unit's inner edge, and its sign where no box shows it. */
  #sign(unit, { ticket, edge = null, sign = "" }, coat) {
    const framed = edge !== null && edge !== ticket;
    const boxed = this.#store.map.boxes[unit] !== undefined;
    const colour = framed ? this.#wardrobe.coat(edge).colour : null;
    this.#signs.paint(unit, colour, boxed ? "" : sign, coat);
  }

  #label(unit, [x, y, room]) {
    const code = svg("text", { class: "ecx-code" }, this.#store.units[unit].code);
    const value = svg("text", { class: "ecx-value" });
    const dot = svg("circle", { class: "ecx-dot", r: 0.17, cx: 0.95, cy: -0.85 });
    const group = svg("g", {}, code, value, dot);
    this.#labels.set(unit, { group, code, value, dot, at: [x, y], room });
  }

  #letter(unit, { group, code, value, at: [x, y], room }) {
    const text = short(this.#store, unit);
    const { size, lines } = fit(room * this.#scale, this.#size, code.textContent, text);
    group.setAttribute("transform", `translate(${x} ${y}) scale(${size / this.#scale})`);
    group.dataset.lines = lines;
    group.toggleAttribute("data-changed", this.#store.mark(unit).changed === true);
    write(value, text);
  }

  #drawLines({ borders, inner, boxes }) {
    const leaders = Object.values(boxes).map(({ leader }) => leader);
    const path = leaders
      .filter((leader) => leader !== null)
      .map((points) => `M${points.map((point) => point.join(",")).join("L")}`)
      .join("");
    this.#lines.replaceChildren(
      svg("path", { d: inner, class: "ecx-inner" }),
      svg("path", { d: borders, class: "ecx-borders" }),
      svg("path", { d: path, class: "ecx-leaders" }),
    );
  }
}

/** A shape that is only looked at, with its name for the mouse. */
function ground({ path, name, note }) {
  const title = [name, note].filter((part) => part !== "").join(". ");
  return svg("path", { d: path }, ...(title === "" ? [] : [svg("title", {}, title)]));
}

/** How an outline takes part: as a button, or silent where a box speaks for the unit. */
function voice(spokenFor) {
  return spokenFor ? { "aria-hidden": "true" } : { role: "button", tabindex: "-1" };
}
