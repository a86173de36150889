// What the page may have to say by itself, in its visitor's language: Python writes it into the page,
// above the script that starts it.

const written = document.getElementById("sheet-words")?.textContent ?? "{}";

/**
 * The sentences and names of buttons of `ecx.serve.sheet_words`, by their names.
 * @type {Readonly<import("./types.d.ts").SheetWords>}
 */
export const words = JSON.parse(written);
