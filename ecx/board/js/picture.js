// A picture of the board for a slide or a sheet: title, headline, totals, bar, map, source and link.
//
// It is drawn from the store and with the board's own shapes, at its own size: what the window shows
// of the board, or how, makes no difference.

import { html, svg } from "../../esm/dom.js";
import { labelSize } from "./labels.js";
import { copyOf } from "./map_copy.js";
import { brokenLines, Pen } from "./pen.js";
import { pictureBoxes } from "./picture_boxes.js";
import { pictureBar, pictureScores } from "./picture_totals.js";
import { Shapes } from "./shapes.js";

/** @import { Store } from "./store.js" */
/** @import { PictureRequest } from "./types.d.ts" */

const MARGIN_SHARE = 0.035; // of the picture's lesser side, left free all around
const TYPE = { title: 1, headline: 1.7, score: 1.1, foot: 0.72 }; // in ems
const EM_SHARE = 0.026; // of the lesser side
const LEADING = 1.25;
const MOST_LINES = 3; // of the headline; beyond, it is written smaller

/**
 * Draw the map as large as it goes into a place.
 *
 * @param {Store} store
 * @param {HTMLElement} board
 * @param {{x: number, y: number, w: number, h: number}} room
 * @param {number} em
 * @param {Pen} pen
 */
function pictureMap(store, board, room, em, pen) {
  const shapes = new Shapes(store);
  // Style sheets and measures need it to be on the page.
  const host = html("div", { class: "ecx-map ecx-unseen", "data-layout": "wide", inert: true });
  host.append(shapes.element);
  board.append(host);
  shapes.build(new Set(Object.keys(store.map.boxes)));
  const [x, y, across, down] = shapes.frame(false);
  const scale = Math.min(room.w / across, room.h / down);
  const size = labelSize(across * scale, em);
  shapes.resize(scale, size);
  const coats = new Map(Object.keys(store.units).map((unit) => [unit, shapes.paint(unit)]));
  const copy = copyOf(shapes.element, scale);
  host.remove();
  const left = room.x + (room.w - across * scale) / 2;
  const top = room.y + (room.h - down * scale) / 2;
  copy.setAttribute(
    "transform",
    `translate(${left} ${top}) scale(${scale}) translate(${-x} ${-y})`,
  );
  const boxes = pictureBoxes(store, coats, { x: left, y: top, scale, corner: [x, y], size }, pen);
  return svg("g", { class: "map" }, copy, boxes);
}

/**
 * Draw the picture of a board.
 *
 * @param {Store} store
 * @param {HTMLElement} board an element on the page, whose colors hold
 * @param {PictureRequest} request
 * @returns {SVGSVGElement}
 */
export function picture(store, board, { width, height, title, headline, source, link, goal }) {
  const em = EM_SHARE * Math.min(width, height);
  const edge = MARGIN_SHARE * Math.min(width, height);
  const [left, right] = [edge, width - edge];
  const pen = new Pen(board);
  /** @type {SVGElement[]} */
  const drawn = [svg("rect", { width, height, fill: pen.color("--ecx-paper") })];
  let y = edge;
  /**
   * @param {string} text
   * @param {{size: number, weight?: number, color?: string}} look
   */
  const write = (text, look) => {
    for (const line of brokenLines(text, right - left, look, pen)) {
      y += look.size * LEADING;
      drawn.push(pen.text(line, left, y - look.size * (LEADING - 1), look));
    }
  };
  write(title, { size: em * TYPE.title, color: "--ecx-soft" });
  const large = { size: em * TYPE.headline, weight: 700 };
  while (brokenLines(headline, right - left, large, pen).length > MOST_LINES) large.size *= 0.9;
  write(headline, large);
  const totals = pictureScores(
    store,
    { x: left, y: y + em * 0.6, w: right - left },
    em * TYPE.score,
    pen,
  );
  const won = goal.replace("{number}", `${store.majority}`);
  const shares = pictureBar(
    store,
    { x: left, y: totals.y + em * 0.8, w: right - left },
    em,
    won,
    pen,
  );
  const foot = { size: em * TYPE.foot, color: "--ecx-soft" };
  const bottom = height - edge;
  const named = pen.text(source, left, bottom, { ...foot, weight: 700 });
  const from = left + pen.width(source, { ...foot, weight: 700 }) + em;
  const address = pen.text(pen.cut(link, right - from, foot), from, bottom, foot);
  // What the signs beside the codes mean, above the source.
  const notes = brokenLines(store.map.note ?? "", right - left, foot, pen);
  const noted = notes.map((line, at) => {
    const up = (notes.length - at) * foot.size * LEADING + foot.size * 0.4;
    return pen.text(line, left, bottom - up, foot);
  });
  const under = notes.length * foot.size * LEADING;
  const top = shares.y + em * 0.6;
  const room = { x: left, y: top, w: right - left, h: bottom - under - foot.size * 1.8 - top };
  drawn.push(
    totals.group,
    shares.group,
    pictureMap(store, board, room, em, pen),
    ...noted,
    named,
    address,
  );
  pen.put();
  return svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": pen.family, role: "img" },
    svg("title", {}, `${title}. ${headline}`),
    ...drawn,
  );
}
