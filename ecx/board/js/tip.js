// What a mouse rests on, in words, beside the pointer.

import { html } from "./dom.js";
import { details } from "./words.js";

const GAP = 14; // pixels between pointer and tip

/** A tip for sight only: what it says is in each unit's spoken name and value already. */
export class Tip {
  #store;
  #sheet;
  #unit = null;
  element = html("div", { class: "ecx-tip", "aria-hidden": "true", hidden: true });

  constructor(store, sheet) {
    this.#store = store;
    this.#sheet = sheet;
    sheet.addEventListener("pointermove", (event) => this.#follow(event));
    sheet.addEventListener("pointerleave", () => this.#show(null));
    sheet.addEventListener("keydown", () => this.#show(null)); // somebody went on by key
  }

  /** Say anew what changed under the pointer. */
  refresh(units) {
    if (this.#unit === null) return;
    if (!(this.#unit in this.#store.units)) this.#show(null);
    else if (units.includes(this.#unit)) this.#write();
  }

  #follow(event) {
    const over = event.pointerType === "mouse" ? event.target.closest?.("[data-unit]") : null;
    this.point(over?.dataset.unit ?? null, event);
  }

  /** Name a unit beside the pointer, or nothing. */
  point(unit, event) {
    this.#show(unit);
    if (this.#unit === null) return;
    const sheet = this.#sheet.getBoundingClientRect();
    const [x, y] = [event.clientX - sheet.left, event.clientY - sheet.top];
    const onRight = x > sheet.width / 2;
    const below = y < sheet.height / 2;
    const across = onRight ? `calc(${x - GAP}px - 100%)` : `${x + GAP}px`;
    const down = below ? `${y + GAP}px` : `calc(${y - GAP}px - 100%)`;
    this.element.style.transform = `translate(${across}, ${down})`;
  }

  #show(unit) {
    if (unit === this.#unit) return;
    this.#unit = unit in this.#store.units ? unit : null;
    this.element.hidden = this.#unit === null;
    if (this.#unit !== null) this.#write();
  }

  #write() {
    const { title, facts, rest } = details(this.#store, this.#unit);
    this.element.replaceChildren(
      html("strong", {}, title),
      html("span", {}, facts.join(" · ")),
      ...rest.map((line) => html("span", { class: "ecx-tip-more" }, line)),
    );
  }
}
