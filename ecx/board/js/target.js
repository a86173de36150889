// Which unit an event is about.

/**
 * Return the unit of an element or of one around it; undefined if there is none.
 *
 * @param {EventTarget | null} target
 */
export function unitOf(target) {
  const element = target instanceof Element ? target.closest("[data-unit]") : null;
  return element?.getAttribute("data-unit") ?? undefined;
}
