// What the widgets of our pages have in common: their buttons, and whether the page is ours.

import { html } from "../../esm/dom.js";

/** Whether our server made this page: then it has addresses beside it. JupyterLab has none. */
export const ours = () => document.querySelector('meta[name="ecx-page"]') !== null;

const ON_THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** Where others reach this page's server: as it says itself, or else as this browser does. */
function start() {
  const told = document.querySelector('meta[name="ecx-address"]')?.getAttribute("content");
  return told && ON_THIS_MACHINE.test(location.hostname) ? new URL(told).origin : location.origin;
}

/**
 * The address of this page with a query, as others can open it.
 *
 * @param {string} query
 */
export const absolute = (query) => (ours() ? start() + location.pathname + query : query);

/** Whether the address of this page leads nowhere on another machine. */
export const isOnlyHere = () => ours() && ON_THIS_MACHINE.test(new URL(start()).hostname);

/**
 * Make a button in the style of our pages.
 *
 * @param {string} text
 * @param {Record<string, import("../../esm/dom.js").Attribute>} [attributes]
 */
export function button(text, attributes = {}) {
  return html("button", { type: "button", class: "page-button", ...attributes }, text);
}
