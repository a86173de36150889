// A drag with the mouse sets all units that it passes to what a click on the first would set.

import { LOOK } from "./store.js";

const STRIDE = 4; // pixels between the points of a quick drag that are looked at

const unitOf = (element) => element?.closest("[data-unit]")?.dataset.unit;

/** Points from one to another, the last included. */
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
  #drag = null; // {unit, ticket, at, moved}: where the button went down, and what it sets
  #swallow = false; // whether the click that ends a drag is still to come

  /** `done(unit)` is called with the last unit of a drag. */
  constructor(store, area, done) {
    [this.#store, this.#area, this.#done] = [store, area, done];
    area.addEventListener("pointerdown", (event) => this.#start(event));
    area.addEventListener("pointermove", (event) => this.#move(event));
    area.addEventListener("pointerup", () => this.#end());
    area.addEventListener("pointercancel", () => this.#callOff());
    area.addEventListener("click", (event) => this.#click(event), { capture: true });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#callOff();
    });
  }

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

  #move(event) {
    if (this.#drag === null) return;
    const to = [event.clientX, event.clientY];
    for (const [x, y] of between(this.#drag.at, to)) this.#pass(x, y, event.pointerId);
    this.#drag.at = to;
  }

  #pass(x, y, pointer) {
    const element = document.elementFromPoint(x, y);
    const unit = this.#area.contains(element) ? unitOf(element) : undefined;
    if (unit === undefined || (unit === this.#drag.unit && !this.#drag.moved)) return;
    if (!this.#drag.moved) {
      this.#drag.moved = true;
      this.#area.setPointerCapture(pointer); // the button may go up elsewhere
      this.#store.cover(this.#drag.unit, this.#drag.ticket);
    }
    this.#store.cover(unit, this.#drag.ticket);
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

  #click(event) {
    if (this.#swallow) event.stopImmediatePropagation();
    this.#swallow = false;
  }
}
