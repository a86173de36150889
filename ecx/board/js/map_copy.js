// A copy of the map that carries its own looks, so that it can leave the page.

import { svg } from "../../esm/dom.js";

const STILL = "vector-effect"; // lines that keep their width on the screen whatever the scale

/** What style sheets say of an element that its copy says itself. */
const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-linejoin",
  "stroke-linecap",
  "stroke-opacity",
  "paint-order",
  "font-size",
  "font-weight",
  "text-anchor",
];

/** Attributes that the copy keeps; all others are for the page. */
const KEPT = new Set(
  "id d x y width height rx r cx cy dy viewBox transform clip-path patternUnits patternTransform".split(
    " ",
  ),
);

/**
 * Write the looks of an element on its copy; a style sheet can move it, too.
 *
 * @param {Element} element
 * @param {Element} copy
 * @param {number} scale in pixels per map unit
 */
function dress(element, copy, scale) {
  const style = getComputedStyle(element);
  for (const { name } of [...copy.attributes]) if (!KEPT.has(name)) copy.removeAttribute(name);
  for (const name of LOOKS) copy.setAttribute(name, style.getPropertyValue(name));
  if (style.getPropertyValue(STILL) === "non-scaling-stroke") {
    const width = Number.parseFloat(style.strokeWidth) / scale;
    copy.setAttribute("stroke-width", String(width));
  }
  const [x, y] = (style.translate === "none" ? "" : style.translate).split(" ");
  if (x)
    copy.setAttribute(
      "transform",
      `translate(${Number.parseFloat(x)} ${Number.parseFloat(y ?? "0")})`,
    );
}

/**
 * Copy a drawing that is on the page, without what it does not show.
 *
 * @param {SVGElement} element
 * @param {number} scale in pixels per map unit
 * @returns {SVGGElement}
 */
export function copyOf(element, scale) {
  /** @param {Element} from */
  const copied = (from) => {
    const to = /** @type {SVGElement} */ (from.cloneNode(false));
    dress(from, to, scale);
    for (const child of from.childNodes) {
      if (child instanceof Text) to.append(child.data);
      else if (child instanceof Element && isShown(child)) to.append(copied(child));
    }
    return to;
  };
  return svg("g", {}, ...[...element.children].filter(isShown).map(copied));
}

/** @param {Element} element */
function isShown(element) {
  if (element.localName === "title") return false;
  if (element.localName === "path" && !element.getAttribute("d")) return false;
  // Definitions are drawn nowhere, and count as not displayed in some browsers.
  return element.closest("defs") !== null || getComputedStyle(element).display !== "none";
}
