// What keys mean on a page: names of shortcuts, and the way of the arrow keys among buttons.

/** @typedef {{left: number, top: number}} Place where a button is, in pixels */

/**
 * Return the button that an arrow key leads to: beside this one, or in the row above or below.
 *
 * @param {Place[]} places of all buttons, in their order
 * @param {number} from the number of the button that has the focus
 * @param {string} key `"ArrowLeft"` and others
 * @returns {number} its number; -1 if there is none
 */
export function arrowTarget(places, from, key) {
  if (key === "ArrowLeft") return from - 1;
  if (key === "ArrowRight") return from + 1 < places.length ? from + 1 : -1;
  const here = places[from];
  if (here === undefined) return -1;
  const way = key === "ArrowDown" ? 1 : -1;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  places.forEach(({ left, top }, number) => {
    const along = way * (top - here.top);
    if (along <= 1) return; // the same row, but for a part of a pixel
    const distance = 100 * along + Math.abs(left - here.left);
    if (distance < least) [best, least] = [number, distance];
  });
  return best;
}

/**
 * Name the keys of an event as `aria-keyshortcuts` does: "Control+Z", "Alt+P".
 *
 * @param {Pick<KeyboardEvent, "code" | "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
 */
export function shortcut({ code, key, ctrlKey, metaKey, altKey, shiftKey }) {
  const name = code.startsWith("Key") ? code.slice("Key".length) : key;
  const held = [
    ctrlKey || metaKey ? "Control" : "",
    altKey ? "Alt" : "",
    shiftKey ? "Shift" : "",
    name,
  ];
  return held.filter(Boolean).join("+");
}
