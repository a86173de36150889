// Hands the browser a file to keep. Nothing of it goes over the network.

import { html } from "./dom.js";

const AROUND = /^-+|-+$/gu;
const BETWEEN = /[^\p{L}\p{N}]+/gu;
const LONGEST = 80; // characters of a file's name

/** @type {string[]} the address of the file before, which the browser has read by now */
const kept = [];

/**
 * Make the name of a file from a title: "2024: every state" is "2024-every-state.csv".
 *
 * @param {string} title
 * @param {string} kind its ending
 */
export function fileName(title, kind) {
  const name = title.replace(BETWEEN, "-").replace(AROUND, "").slice(0, LONGEST);
  return `${name || "ecx"}.${kind}`;
}

/**
 * Offer a file to be kept.
 *
 * @param {string} name
 * @param {Blob} content
 */
export function save(name, content) {
  for (const address of kept.splice(0)) URL.revokeObjectURL(address);
  const href = URL.createObjectURL(content);
  kept.push(href);
  html("a", { href, download: name }).click();
}
