// Shows new HTML and keeps the elements that it has in common with the old, and with them the focus.

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const FIELD = "select, input";

/**
 * Undo the visitor's own choice in a field, which no attribute shows: the rendered one holds.
 *
 * @param {Field} field
 */
function reset(field) {
  if (field.form?.dataset.do) return; // the visitor has not handed it in yet
  if (field instanceof HTMLInputElement) field.value = field.defaultValue;
  else {
    const index = [...field.options].findIndex((option) => option.defaultSelected);
    field.selectedIndex = Math.max(index, 0);
  }
}

/**
 * Undo the visitor's choice in an element, if it is a field.
 *
 * @param {Element} element
 */
function resetIfField(element) {
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) reset(element);
}

/**
 * Set the attributes of an element to those of another. Whether details are open is the visitor's.
 *
 * @param {Element} old
 * @param {Element} next
 */
function patchAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    const isVisitors = old.localName === "details" && name === "open";
    if (!(next.hasAttribute(name) || isVisitors)) old.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes])
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}

/** Patches elements, all but the one that is held. */
export class Patch {
  /** @type {HTMLInputElement | null} a range that is being dragged and keeps its place */
  held = null;

  /**
   * Make an element's content equal to some HTML.
   *
   * @param {Element} root
   * @param {string} text
   */
  show(root, text) {
    const template = document.createElement("template");
    template.innerHTML = text;
    this.#patchChildren(root, template.content);
  }

  /**
   * @param {ParentNode & Node} old
   * @param {ParentNode & Node} next
   */
  #patchChildren(old, next) {
    const kept = old.childNodes;
    const wanted = [...next.childNodes];
    wanted.forEach((node, i) => {
      const here = kept[i];
      if (here === undefined) old.append(node);
      else this.#patchNode(here, node);
    });
    while (kept.length > wanted.length) old.lastChild?.remove();
  }

  /**
   * @param {ChildNode} old
   * @param {ChildNode} next
   */
  #patchNode(old, next) {
    if (old instanceof Element && next instanceof Element) {
      if (old.nodeName === next.nodeName && old.id === next.id) this.#patchElement(old, next);
      else old.replaceWith(next);
    } else if (old.nodeType !== next.nodeType) old.replaceWith(next);
    else if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
  }

  /**
   * @param {Element} old
   * @param {Element} next
   */
  #patchElement(old, next) {
    if (old === this.held) return;
    if (old.isEqualNode(next)) {
      resetIfField(old);
      old.querySelectorAll(FIELD).forEach(resetIfField);
      return;
    }
    patchAttributes(old, next);
    this.#patchChildren(old, next);
    resetIfField(old);
  }
}
