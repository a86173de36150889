// What a mouse rests on, in words, beside the pointer.

import { html } from "../../esm/dom.js";
import { unitOf } from "./target.js";
import { details } from "./words.js";

/** @import { Store } from "./store.js" */

const GAP = 14; // pixels between pointer and tip
const HEADROOM = 90; // pixels from the top of the window within which a tip has no room

/** A tip for sight only: what it says is in each unit's spoken name and value already. */
export class Tip {
  #store;
  #sheet;
  /** @type {string | null} */
  #unit = null;
  /** @type {string | null} the unit that was clicked: of it nothing is said until the mouse left */
  #done = null;
  element = html("div", { class: "ecx-tip", "aria-hidden": "true", hidden: true });

  /**
   * @param {Store} store
   * @param {HTMLElement} sheet that it is shown on
   */
  constructor(store, sheet) {
    this.#store = store;
    this.#sheet = sheet;
    sheet.addEventListener("pointermove", (event) => this.#follow(event));
    sheet.addEventListener("pointerleave", () => this.#show(null));
    sheet.addEventListener("pointerdown", ({ pointerType }) => {
      if (store.still && pointerType === "mouse") return; // a click asks for no more than a look
      this.#done = this.#unit;
      this.#show(null);
    });
    sheet.addEventListener("keydown", () => this.#show(null)); // somebody went on by key
  }

  /**
   * Say anew what changed under the pointer.
   *
   * @param {string[]} units that look otherwise
   */
  refresh(units) {
    if (this.#unit === null) return;
    if (!(this.#unit in this.#store.units)) this.#show(null);
    else if (units.includes(this.#unit)) this.#write();
  }

  /**
   * Name a unit over its element, for somebody without a pointer there.
   *
   * @param {string} unit
   * @param {Element} element
   */
  pin(unit, element) {
    if (unit === this.#unit) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    this.point(unit, { clientX: left + width / 2, clientY: top + height / 2 });
  }

  /** Say nothing more. */
  hide() {
    this.#show(null);
  }

  /** @param {PointerEvent} event */
  #follow(event) {
    const over = event.pointerType === "mouse" ? unitOf(event.target) : undefined;
    if (over !== this.#done) this.#done = null;
    this.point(over === this.#done ? null : (over ?? null), event);
  }

  /**
   * Name a unit beside the pointer, or nothing.
   *
   * @param {string | null} unit
   * @param {{clientX: number, clientY: number}} event
   */
  point(unit, event) {
    this.#show(unit);
    if (this.#unit === null) return;
    const sheet = this.#sheet.getBoundingClientRect();
    const [x, y] = [event.clientX - sheet.left, event.clientY - sheet.top];
    const onRight = x > sheet.width / 2;
    // Above the pointer, where it hides nothing that is next; below only under the upper edge.
    const below = event.clientY < HEADROOM;
    const across = onRight ? `calc(${x - GAP}px - 100%)` : `${x + GAP}px`;
    const down = below ? `${y + GAP}px` : `calc(${y - GAP}px - 100%)`;
    this.element.style.transform = `translate(${across}, ${down})`;
  }

  /** @param {string | null} unit */
  #show(unit) {
    if (unit === this.#unit) return;
    this.#unit = unit !== null && unit in this.#store.units ? unit : null;
    this.element.hidden = this.#unit === null;
    this.#write();
  }

  #write() {
    if (this.#unit === null) return;
    const { title, facts, rest } = details(this.#store, this.#unit);
    this.element.replaceChildren(
      html("strong", {}, title),
      html("span", {}, facts.join(" · ")),
      ...rest.map((line) => html("span", { class: "ecx-tip-more" }, line)),
    );
  }
}
