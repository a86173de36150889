// Words lettered over the drawing, which say what its units have in common.

import { svg } from "./dom.js";
import { fit } from "./labels.js";

/** The captions of one map; nothing of them changes but their size. */
export class Captions {
  #captions = []; // {element, x, y, room, text}
  element = svg("g", { class: "ecx-captions", "aria-hidden": "true" });

  /** Write what a map has, or nothing. */
  build(captions = {}) {
    this.#captions = Object.values(captions).map((caption) => {
      return { ...caption, element: svg("text", { dy: "0.36em" }, caption.text) };
    });
    this.element.replaceChildren(...this.#captions.map(({ element }) => element));
  }

  /** Fit them to the scale, in pixels per map unit, and to the labels' font size. */
  resize(scale, size) {
    for (const { element, text, x, y, room } of this.#captions) {
      const fitted = fit(room * scale, size, text, "");
      element.setAttribute("transform", `translate(${x} ${y}) scale(${fitted.size / scale})`);
      element.toggleAttribute("data-crowded", fitted.lines === 0);
    }
  }
}
