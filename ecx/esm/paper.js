// Knows when the page is being printed.

/**
 * Call back just before the page is laid out for paper, and when it is on the screen again.
 *
 * @param {() => void} before
 * @param {() => void} after
 * @returns {() => void} what ends it
 */
export function onPaper(before, after) {
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
