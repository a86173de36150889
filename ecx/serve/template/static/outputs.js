// What a cell gave back, as elements of the page.

const WIDGET = "application/vnd.jupyter.widget-view+json";

/** How to draw each kind of content, the one that says most first. */
const KINDS = {
  [WIDGET]: () => {
    throw new Error("Widgets are drawn by the widget library.");
  },
  "text/html": (html) => {
    const element = document.createElement("div");
    element.innerHTML = html;
    return element;
  },
  "image/svg+xml": (svg) => KINDS["text/html"](svg),
  "image/png": (data) => image("image/png", data),
  "image/jpeg": (data) => image("image/jpeg", data),
  "text/plain": (text) => preformatted(text),
};

/**
 * Use the widget library's own way to draw a widget.
 * @param {(model: object, element: HTMLElement) => void} draw
 */
export function drawWidgetsWith(draw) {
  KINDS[WIDGET] = (model) => {
    const element = document.createElement("div");
    draw(model, element);
    return element;
  };
}

/**
 * Draw one output, in nbformat's terms, at the end of an element.
 * @param {Record<string, any>} output
 * @param {HTMLElement} parent
 */
export function draw(output, parent) {
  if (output.output_type === "error") {
    parent.append(notice(`This part of the page could not be built. ${output.traceback.at(-1)}`));
  } else if (output.output_type === "stream") {
    parent.append(preformatted(join(output.text)));
  } else {
    const kind = Object.keys(KINDS).find((name) => name in output.data);
    if (!kind) return;
    const content = output.data[kind];
    parent.append(KINDS[kind](kind === WIDGET ? content : join(content)));
  }
}

/** What a callback in the kernel prints or raises belongs in the browser's console. */
export function report({ content }) {
  const text = content.text ?? content.traceback?.join("\n") ?? content.data?.["text/plain"];
  if (content.traceback) console.error(text);
  else if (text) console.info(text);
}

function join(text) {
  return Array.isArray(text) ? text.join("") : text;
}

function image(type, data) {
  return Object.assign(new Image(), { src: `data:${type};base64,${data}`, alt: "" });
}

function preformatted(text) {
  return Object.assign(document.createElement("pre"), { textContent: text });
}

function notice(text) {
  return Object.assign(document.createElement("p"), { className: "sheet-notice", textContent: text });
}
