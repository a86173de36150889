// A drag with the mouse sets all units that it passes to what a click on the first would set.

import { LOOK } from "./marks.js";
import { unitOf } from "./target.js";

/** @import { Store } from "./store.js" */
/** @import { Point } from "./types.d.ts" */

/**
 * A drag: where it began, what it sets, where the mouse was last, and whether it left its unit.
 *
 * @typedef {{unit: string, ticket: string | null, at: Point, moved: boolean}} Drag
 */

const STRIDE = 4; // pixels between the points of a quick drag that are looked at

/**
 * Return points on the way from one to another, the last included.
 *
 * @param {Point} from
 * @param {Point} to
 * @returns {Point[]}
 */
function between([x, y], [toX, toY]) {
  const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / STRIDE));
  return Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return [x + share * (toX - x), y + share * (toY - y)];
  });
}

/** Follows the mouse over an area. A finger never sweeps: it scrolls. */
export class Sweep {
  #store;
  #area;
  #done;
  /** @type {Drag | null} */
  #drag = null;
  #swallow = false; // whether the click that ends a drag is still to come

  /**
   * @param {Store} store
   * @param {HTMLElement} area
   * @param {(unit: string) => void} done called with the last unit of a drag
   */
  constructor(store, area, done) {
    this.#store = store;
    this.#area = area;
    this.#done = done;
  }

  /** Follow the mouse from now on. */
  listen() {
    const area = this.#area;
    area.addEventListener("pointerdown", (event) => this.#start(event));
    area.addEventListener("pointermove", (event) => this.#move(event));
    area.addEventListener("pointerup", () => this.#end());
    area.addEventListener("pointercancel", () => this.#callOff());
    area.addEventListener("click", (event) => this.#click(event), { capture: true });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#callOff();
    });
  }

  /** @param {PointerEvent} event */
  #start(event) {
    this.#swallow = false;
    this.#drag = null;
    const unit = unitOf(event.target);
    const mouse = event.pointerType === "mouse" && event.button === 0;
    if (!mouse || unit === undefined || !this.#store.sweep) return;
    if (this.#store.brush === LOOK && !event.shiftKey) return;
    const ticket = this.#store.aim(unit, { back: event.shiftKey });
    this.#drag = { unit, ticket, at: [event.clientX, event.clientY], moved: false };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drag = this.#drag;
    if (drag === null) return;
    /** @type {Point} */
    const to = [event.clientX, event.clientY];
    for (const point of between(drag.at, to)) this.#pass(point, drag, event.pointerId);
    drag.at = to;
  }

  /**
   * Set the unit at a point of the page.
   *
   * @param {Point} point
   * @param {Drag} drag
   * @param {number} pointer
   */
  #pass([x, y], drag, pointer) {
    const element = document.elementFromPoint(x, y);
    const unit = this.#area.contains(element) ? unitOf(element) : undefined;
    if (unit === undefined || (unit === drag.unit && !drag.moved)) return;
    if (!drag.moved) {
      drag.moved = true;
      this.#area.setPointerCapture(pointer); // the button may go up elsewhere
      this.#store.cover(drag.unit, drag.ticket);
    }
    this.#store.cover(unit, drag.ticket);
  }

  #end() {
    if (this.#drag?.moved) {
      this.#swallow = true;
      const last = this.#store.report(this.#drag.ticket);
      if (last !== null) this.#done(last);
    }
    this.#drag = null;
  }

  #callOff() {
    if (this.#drag?.moved) {
      this.#swallow = true;
      this.#store.uncover();
    }
    this.#drag = null;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (this.#swallow) event.stopImmediatePropagation();
    this.#swallow = false;
  }
}
