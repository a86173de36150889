// A choice among neighbors where a finger could have meant several.

import { html } from "../../esm/dom.js";
import { size, value } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Point } from "./types.d.ts" */

const MARGIN_BESIDE = 8; // pixels that stay free at the sides of the sheet

/** A few large buttons beside a tap; Escape and a tap elsewhere close it. */
export class Choice {
  #store;
  #sheet;
  #pick;
  /** @type {Element | null} what had the focus before */
  #before = null;
  element = html("div", { class: "ecx-choice", role: "group", hidden: true });

  /** @param {PointerEvent} event */
  #elsewhere = ({ target }) => {
    if (target instanceof Node && !this.element.contains(target)) this.element.hidden = true;
  };

  /**
   * @param {Store} store
   * @param {HTMLElement} sheet that it is shown on
   * @param {(unit: string) => void} pick called with the unit that was meant
   */
  constructor(store, sheet, pick) {
    this.#store = store;
    this.#sheet = sheet;
    this.#pick = pick;
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      event.stopPropagation(); // these keys are not the map's
    });
    this.element.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      const unit = button?.dataset.choice;
      event.stopPropagation();
      if (unit === undefined) return;
      this.close();
      this.#pick(unit);
    });
    // Some browsers give a button no focus when it is tapped: only another focus closes it.
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) {
        this.element.hidden = true;
      }
    });
    sheet.ownerDocument.addEventListener("pointerdown", this.#elsewhere);
  }

  /** Listen no more. */
  end() {
    this.#sheet.ownerDocument.removeEventListener("pointerdown", this.#elsewhere);
  }

  /**
   * Offer units at a point of the page.
   *
   * @param {string[]} units
   * @param {Point} at
   */
  open(units, [x, y]) {
    this.#before = document.activeElement;
    this.element.setAttribute("aria-label", this.#store.words.choose);
    this.element.replaceChildren(...units.map((unit) => this.#button(unit)));
    this.element.hidden = false;
    const sheet = this.#sheet.getBoundingClientRect();
    const { width, height } = this.element.getBoundingClientRect();
    const most = Math.max(MARGIN_BESIDE, sheet.width - width - MARGIN_BESIDE);
    const left = Math.min(Math.max(x - sheet.left - width / 2, MARGIN_BESIDE), most);
    const top = Math.max(y - sheet.top - height - MARGIN_BESIDE, MARGIN_BESIDE - sheet.top);
    this.element.style.transform = `translate(${left}px, ${top}px)`;
    this.element.querySelector("button")?.focus({ preventScroll: true });
  }

  /** Take it away; the focus goes back to where it was. */
  close() {
    if (this.element.hidden) return;
    this.element.hidden = true;
    if (this.#before instanceof HTMLElement || this.#before instanceof SVGElement) {
      this.#before.focus({ preventScroll: true });
    }
  }

  /** @param {string} unit */
  #button(unit) {
    const { name = "" } = this.#store.units[unit] ?? {};
    const rest = [size(this.#store, unit), value(this.#store, unit)].filter((part) => part !== "");
    return html(
      "button",
      { type: "button", "data-choice": unit },
      html("b", {}, name),
      " ",
      html("span", {}, rest.join(", ")),
    );
  }
}
