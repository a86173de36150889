// One board: legend, map, tally and voice, all following one store.

import { html } from "../../esm/dom.js";
import { onPaper } from "../../esm/paper.js";
import { Key } from "./key.js";
import { Legend } from "./legend.js";
import { MapView } from "./map.js";
import { picture } from "./picture.js";
import { Store } from "./store.js";
import { Tally } from "./tally.js";
import { Voice } from "./voice.js";

/** @import { Model, View } from "../../esm/widget.d.ts" */
/** @import { BoardState, Click, PictureAsked } from "./types.d.ts" */

/**
 * Draw the board into an element.
 *
 * @param {Store} store
 * @param {HTMLElement} element
 * @returns {() => void} what takes it away again
 */
function show(store, element) {
  const keysId = `ecx-keys-${Math.random().toString(36).slice(2)}`;
  const map = new MapView(store, keysId);
  const tally = new Tally(store);
  const voice = new Voice(store);
  // JupyterLab takes single keys for its commands, unless told that this element wants them.
  const board = html("div", { class: "ecx-board", "data-lm-suppress-shortcuts": "true" });
  board.toggleAttribute("data-still", store.still);
  /** @type {Key | Legend} */
  let legend;
  if (store.still) {
    // Nothing can be set: the totals come first, and the key says what they leave open.
    legend = new Key(store, keysId);
    board.append(tally.element, legend.element, map.element, legend.hint);
  } else {
    legend = new Legend(store, keysId);
    board.append(legend.element, map.element, tally.element);
  }
  board.append(map.notes, voice.element);
  element.append(board);
  const silence = store.listen((change) => {
    for (const part of [map, tally, legend, voice]) part.update(change);
  });
  board.addEventListener("ecx-picture", (event) => {
    const { detail } = /** @type {CustomEvent<PictureAsked>} */ (event);
    detail.answer = picture(store, board, detail.request);
  });
  const observer = new ResizeObserver(() => {
    if (legend instanceof Legend) legend.resize();
    map.resize(board.clientWidth);
    tally.resize();
  });
  observer.observe(board);
  /** @param {boolean} on */
  const drawForPaper = (on) => {
    board.classList.toggle("ecx-on-paper", on); // its width is that of a sheet
    store.onPaper = on;
    map.resize(board.clientWidth);
    tally.resize();
  };
  const unlisten = onPaper(
    () => drawForPaper(true),
    () => drawForPaper(false),
  );
  return () => {
    unlisten();
    silence();
    observer.disconnect();
    voice.hush();
    map.end();
    board.remove();
  };
}

/** What anywidget calls: once for the model, once for each place where it is shown. */
export default () => {
  /** @type {Store} */
  let store;
  return {
    /** @param {{model: Model<BoardState, Click>}} props */
    initialize({ model }) {
      store = new Store(model);
    },
    /** @param {View<BoardState, Click>} view */
    render({ el }) {
      return show(store, el);
    },
  };
};
