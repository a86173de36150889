// Sentences come from Python with names in braces; the browser writes the values in.

/**
 * Write values into a sentence.
 * @param {string} sentence such as "Seat {number}"
 * @param {Record<string, string | number>} values by name
 * @returns {string}
 */
export const filled = (sentence, values) =>
  sentence.replace(/\{(?<name>\w+)\}/gu, (braced, name) => String(values[name] ?? braced));
