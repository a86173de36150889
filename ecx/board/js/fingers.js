// Fingers: which units one may have meant, and how long it rests.

import { unitOf } from "./target.js";

/** @import { Point } from "./types.d.ts" */

export const FINGER = 24; // pixels, below which a side of a shape is smaller than a finger
const REACH = [0, 6, 12]; // pixels around a tap that a finger covers
const SIDES = 12; // directions in which that is looked at
const MOST = 3; // units to choose among
const PRESS = 550; // milliseconds after which a press is long
const RESTING = 10; // pixels that a resting finger may move

/**
 * Return the units under a finger, the nearest first.
 *
 * @param {HTMLElement} area
 * @param {Point} at of the page
 */
function under(area, [x, y]) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const reach of REACH) {
    for (let side = 0; side < SIDES; side += 1) {
      const angle = (2 * Math.PI * side) / SIDES;
      const element = document.elementFromPoint(
        x + reach * Math.cos(angle),
        y + reach * Math.sin(angle),
      );
      const unit = area.contains(element) ? unitOf(element) : undefined;
      if (unit !== undefined) found.add(unit);
    }
  }
  return [...found];
}

/**
 * Return the units that a tap may have meant, the likeliest first: several only where one of them
 * is smaller than a finger.
 *
 * @param {HTMLElement} area
 * @param {Point} at of the page
 * @param {(unit: string) => boolean} isSmall
 * @param {(unit: string) => string} kind units of one kind need no choice
 */
export function meant(area, at, isSmall, kind) {
  const units = under(area, at);
  if (!units.some(isSmall)) return units.slice(0, 1);
  /** @type {Map<string, string>} */
  const kinds = new Map();
  for (const unit of units) if (!kinds.has(kind(unit))) kinds.set(kind(unit), unit);
  return [...kinds.values()].slice(0, MOST);
}

/**
 * Call a function when a finger rests on a unit; the click that may follow is swallowed.
 *
 * @param {HTMLElement} area
 * @param {(unit: string) => void} hold
 */
export function onLongPress(area, hold) {
  /** @type {{unit: string, at: Point, timer: ReturnType<typeof setTimeout>} | null} */
  let press = null;
  let held = false;
  const stop = () => {
    clearTimeout(press?.timer);
    press = null;
  };
  const fire = () => {
    if (press === null) return;
    const { unit } = press;
    stop();
    held = true;
    hold(unit);
  };
  area.addEventListener("pointerdown", (event) => {
    stop();
    held = false;
    const unit = unitOf(event.target);
    if (event.pointerType === "mouse" || !event.isPrimary || unit === undefined) return;
    press = { unit, at: [event.clientX, event.clientY], timer: setTimeout(fire, PRESS) };
  });
  area.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (press === null) return;
    const [x, y] = press.at;
    if (Math.hypot(clientX - x, clientY - y) > RESTING) stop();
  });
  for (const end of ["pointerup", "pointercancel"]) area.addEventListener(end, stop);
  area.addEventListener("contextmenu", fire); // the browser's own measure of a long press
  area.addEventListener(
    "click",
    (event) => {
      if (held) event.stopImmediatePropagation();
      held = false;
    },
    { capture: true },
  );
}
