// The call-out boxes of a picture: rectangles with text, over the margin of its map.

import { svg } from "../../esm/dom.js";
import { around, LONG, sharedName } from "./boxes.js";
import { fitBoxes } from "./labels.js";
import { short } from "./words.js";

/** @import { Pen } from "./pen.js" */
/** @import { Store } from "./store.js" */
/** @import { Coat, Point, Spot } from "./types.d.ts" */

/**
 * Where the map is in the picture: its corner in pixels and in map units, pixels per map unit, and
 * the font size of its labels in pixels.
 *
 * @typedef {{x: number, y: number, scale: number, corner: Point, size: number}} Placed
 */

const LONG_SIZE = 0.8; // size of a long value, in font sizes
const FRAME_AIR = 0.3; // between boxes of one place and their frame, in font sizes

/**
 * Draw all boxes of a map.
 *
 * @param {Store} store
 * @param {Map<string, Coat>} coats by unit
 * @param {Placed} placed
 * @param {Pen} pen
 */
export function pictureBoxes(store, coats, { x, y, scale, corner, size }, pen) {
  const { map, units } = store;
  /** @param {Spot} spot */
  const inPixels = (spot) => ({
    x: x + (spot.x - corner[0]) * scale,
    y: y + (spot.y - corner[1]) * scale,
    w: spot.w * scale,
    h: spot.h * scale,
  });
  const boxed = Object.entries(units).flatMap(([id, unit]) => {
    const spot = map.boxes[id];
    return spot === undefined ? [] : [{ id, unit, spot: inPixels(spot) }];
  });
  const fittedText = fitBoxes(
    boxed.map(({ spot }) => spot),
    size,
  );
  const group = svg("g");
  /** @type {Map<string, typeof boxed>} by place, or by unit where a unit has a box alone */
  const places = new Map();
  for (const one of boxed) {
    const place = one.unit.group ?? one.id;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  for (const members of places.values()) {
    if (members.length > 1) {
      const name = sharedName(members.map(({ unit }) => unit.name));
      group.append(
        pictureFrame(name, around(members.map(({ spot }) => spot)), fittedText.size, pen),
      );
    }
    for (const { id, unit, spot } of members) {
      const coat = coats.get(id);
      const { changed = false, sign = "" } = store.mark(id);
      const words = { code: unit.code, value: short(store, id), sign, changed };
      group.append(pictureBox(words, spot, coat, fittedText, pen));
    }
  }
  return group;
}

/**
 * Frame the boxes of one place, under its name.
 *
 * @param {string} name
 * @param {Spot} bounds
 * @param {number} size
 * @param {Pen} pen
 */
function pictureFrame(name, { x, y, w, h }, size, pen) {
  const air = FRAME_AIR * size;
  const line = { fill: "none", stroke: pen.color("--ecx-soft"), "stroke-width": 1, rx: 0.4 * size };
  return svg(
    "g",
    {},
    svg("rect", { x: x - air, y: y - air, width: w + 2 * air, height: h + 2 * air, ...line }),
    pen.text(name, x, y - air - 0.2 * size, { size, color: "--ecx-soft" }),
  );
}

/**
 * Draw one box.
 *
 * @param {{code: string, value: string, sign: string, changed: boolean}} words
 * @param {Spot} spot
 * @param {Coat | undefined} coat
 * @param {{size: number, lines: 1 | 2}} fitted
 * @param {Pen} pen
 */
function pictureBox({ code, value, sign, changed }, { x, y, w, h }, coat, { size, lines }, pen) {
  const color = pen.color(coat?.colour ?? "--ecx-undecided");
  const ink = pen.color(coat?.ink ?? "--ecx-undecided-ink");
  const fill = coat?.fill?.startsWith("url") ? coat.fill : color;
  const group = svg("g", {}, svg("rect", { x, y, width: w, height: h, rx: 0.25 * size, fill }));
  const small = { "font-size": (value.length > LONG ? LONG_SIZE : 1) * size };
  const bold = { "font-weight": 700 };
  const halo = fill === color ? {} : { stroke: color, "stroke-width": 0.3 * size };
  const set = { "font-size": size, "text-anchor": "middle", fill: ink, ...halo };
  const [middle, center] = [x + w / 2, y + h / 2];
  const written =
    lines === 1
      ? [svg("tspan", { y: center + 0.36 * size, ...bold }, code), svg("tspan", small, ` ${value}`)]
      : [
          svg("tspan", { x: middle, y: center - 0.16 * size, ...bold }, code),
          svg("tspan", { x: middle, y: center + 0.9 * size, ...small }, value),
        ];
  group.append(svg("text", { x: middle, "paint-order": "stroke", ...set }, ...written));
  if (changed) {
    const dot = { cx: x + w - 0.35 * size, cy: y + 0.35 * size, r: 0.15 * size, fill: ink };
    group.append(svg("circle", dot));
  }
  if (sign !== "") group.append(badge(sign, x, y, 0.8 * size, pen));
  return group;
}

/**
 * Draw a sign at the corner of a box.
 *
 * @param {string} sign
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {Pen} pen
 */
function badge(sign, x, y, size, pen) {
  const look = { size, weight: 700, anchor: "middle" };
  const width = pen.width(sign, look) + 0.5 * size;
  const line = { fill: pen.color("--ecx-paper"), stroke: pen.color("--ecx-text"), rx: 0.4 * size };
  return svg(
    "g",
    {},
    svg("rect", { x: x - width / 2, y: y - 0.6 * size, width, height: 1.2 * size, ...line }),
    pen.text(sign, x, y + 0.36 * size, look),
  );
}
