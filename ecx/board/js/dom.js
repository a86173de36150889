// Making elements: the only place that knows the two namespaces.

const SVG = "http://www.w3.org/2000/svg";

/** Set attributes; null and undefined leave one out, true writes it empty. */
function dress(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  return element;
}

/** An HTML element with attributes and children. */
export function html(tag, attributes = {}, ...children) {
  const element = dress(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

/** An SVG element with attributes and children. */
export function svg(tag, attributes = {}, ...children) {
  const element = dress(document.createElementNS(SVG, tag), attributes);
  element.append(...children);
  return element;
}

/** Write text only where it differs, so that an unchanged element costs no layout. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
