// What a cell gave back, as elements of the page.

import { words } from "./words.js";

/** @import { Message, Output } from "./types.d.ts" */

const WIDGET = "application/vnd.jupyter.widget-view+json";

/**
 * How to draw each kind of content that is text, the one that says most first.
 * @type {[type: string, draw: (content: string) => HTMLElement][]}
 */
const KINDS = [
  ["text/html", marked],
  ["image/svg+xml", marked],
  ["image/png", (data) => image("image/png", data)],
  ["image/jpeg", (data) => image("image/jpeg", data)],
  ["text/plain", preformatted],
];

/** @type {(model: object, element: HTMLElement) => void} */
let drawWidget = () => {
  throw new Error("Widgets are drawn by the widget library.");
};

/**
 * Use the widget library's own way to draw a widget.
 * @param {(model: object, element: HTMLElement) => void} library
 */
export function drawWidgetsWith(library) {
  drawWidget = library;
}

/**
 * Draw one output, in nbformat's terms, at the end of an element.
 * @param {Output} output
 * @param {HTMLElement} parent
 */
export function draw(output, parent) {
  if (output.output_type === "error") {
    parent.append(notice(`${words.part} ${output.traceback?.at(-1)}`));
  } else if (output.output_type === "stream") {
    parent.append(preformatted(join(output.text)));
  } else {
    drawData(output.data ?? {}, parent);
  }
}

/**
 * @param {Record<string, string | string[] | object>} data
 * @param {HTMLElement} parent
 */
function drawData(data, parent) {
  const model = data[WIDGET];
  if (typeof model === "object") {
    const element = document.createElement("div");
    drawWidget(model, element);
    parent.append(element);
    return;
  }
  const [type, drawKind] = KINDS.find(([name]) => name in data) ?? [];
  if (type && drawKind) parent.append(drawKind(join(data[type])));
}

/**
 * Write what a callback in the kernel prints or raises to the browser's console.
 * @param {Message} message
 */
export function report({ content }) {
  const { data = {} } = content;
  const plain = "text/plain" in data ? data["text/plain"] : undefined;
  const text = content.text ?? content.traceback?.join("\n") ?? plain;
  if (content.traceback) console.error(text);
  else if (text) console.info(text);
}

/** @param {unknown} text in lines, or whole */
function join(text) {
  return Array.isArray(text) ? text.join("") : String(text);
}

/** @param {string} html */
function marked(html) {
  const element = document.createElement("div");
  element.innerHTML = html;
  return element;
}

/**
 * @param {string} type
 * @param {string} data
 */
function image(type, data) {
  return Object.assign(new Image(), { src: `data:${type};base64,${data}`, alt: "" });
}

/** @param {string} text */
function preformatted(text) {
  return Object.assign(document.createElement("pre"), { textContent: text });
}

/** @param {string} text */
function notice(text) {
  return Object.assign(document.createElement("p"), {
    className: "sheet-notice",
    textContent: text,
  });
}
