// Words lettered over the drawing, which say what its units have in common.

import { svg } from "../../esm/dom.js";
import { fit } from "./labels.js";

/** @import { Caption } from "./types.d.ts" */

/** The captions of one map; nothing of them changes but their size. */
export class Captions {
  /** @type {(Caption & {element: SVGTextElement})[]} */
  #captions = [];
  element = svg("g", { class: "ecx-captions", "aria-hidden": "true" });

  /**
   * Write what a map has, or nothing.
   *
   * @param {Record<string, Caption>} [captions]
   */
  build(captions = {}) {
    this.#captions = Object.values(captions).map((caption) => ({
      ...caption,
      element: svg("text", { dy: "0.36em" }, caption.text),
    }));
    this.element.replaceChildren(...this.#captions.map(({ element }) => element));
  }

  /**
   * Fit them to the scale and to the labels' font size.
   *
   * @param {number} scale in pixels per map unit
   * @param {number} size in pixels
   */
  resize(scale, size) {
    for (const { element, text, x, y, room } of this.#captions) {
      const fitted = fit(room * scale, size, text, "");
      element.setAttribute("transform", `translate(${x} ${y}) scale(${fitted.size / scale})`);
      element.toggleAttribute("data-crowded", fitted.lines === 0);
    }
  }
}
