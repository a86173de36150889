// Keeps pictures of the boards on this page, as files that slides and papers take.

import { fileName, save } from "../../esm/save.js";

/** @import { PictureAsked, PictureRequest } from "../../board/js/types.d.ts" */

/** @typedef {{width: number, height: number, kind: "png" | "svg"}} Format of a picture */

/** @type {Record<"slide" | "square" | "drawing", Format>} */
export const FORMATS = {
  slide: { width: 1920, height: 1080, kind: "png" },
  square: { width: 1080, height: 1080, kind: "png" },
  drawing: { width: 1920, height: 1080, kind: "svg" },
};

/** The maps of this page that can draw themselves. */
export const boards = () => [...document.querySelectorAll(".ecx-board")];

/**
 * Ask a board for its picture.
 *
 * @param {Element} board
 * @param {PictureRequest} request
 */
function drawing(board, request) {
  /** @type {PictureAsked} */
  const detail = { request };
  board.dispatchEvent(new CustomEvent("ecx-picture", { detail }));
  if (!detail.answer) throw new Error("The map drew no picture of itself.");
  const text = new XMLSerializer().serializeToString(detail.answer);
  return new Blob([text], { type: "image/svg+xml" });
}

/**
 * Turn a drawing into pixels.
 *
 * @param {Blob} svg
 * @param {{width: number, height: number}} size
 * @returns {Promise<Blob>}
 */
async function pixels(svg, { width, height }) {
  const image = new Image(width, height);
  image.src = URL.createObjectURL(svg);
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No picture was made."))));
    });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/**
 * Keep a picture of every board, most often one.
 *
 * @param {Format} format
 * @param {Omit<PictureRequest, "width" | "height">} said
 */
export async function keepPictures({ kind, ...size }, said) {
  const all = boards();
  for (const [at, board] of all.entries()) {
    const svg = drawing(board, { ...said, ...size });
    const name = all.length > 1 ? `${said.title} ${at + 1}` : said.title;
    // One after the other: browsers ask before a page keeps several files at once.
    // biome-ignore lint/performance/noAwaitInLoops: likewise
    save(fileName(name, kind), kind === "svg" ? svg : await pixels(svg, size));
  }
}
