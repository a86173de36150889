// What the widgets of our pages have in common: their buttons, and whether the page is ours.

import { html } from "../../esm/dom.js";

/** Whether our server made this page: then it has addresses beside it. JupyterLab has none. */
export const ours = () => document.querySelector('meta[name="ecx-page"]') !== null;

/**
 * Make a button in the style of our pages.
 *
 * @param {string} text
 * @param {Record<string, import("../../esm/dom.js").Attribute>} [attributes]
 */
export function button(text, attributes = {}) {
  return html("button", { type: "button", class: "page-button", ...attributes }, text);
}
