// The host that the installed widget library was written for, as far as it asks for it.
// `widgetsnbextension` carries all of ipywidgets' classes in one file, for a notebook that offers
// a dozen names; they are offered here, so that no more than that file has to be loaded.

import { load, provide } from "./amd.js";
import { Comm } from "./comms.js";
import { draw, drawWidgetsWith, report } from "./outputs.js";

/** @import { Kernel } from "./kernel.js" */
/** @import { Message, Output } from "./types.d.ts" */

/**
 * How the library draws a widget for an output area.
 * @typedef {(this: object, model: object, metadata: object, toinsert: object) => void} Append
 */

const LIBRARY = "nbextensions/jupyter-js-widgets/extension";
const nothing = () => undefined;

/** Where the library puts what Jupyter's Output widget shows. */
class OutputArea {
  /** @type {Output[]} */
  #outputs = [];

  /** @param {{selector: HTMLElement}} options */
  constructor({ selector }) {
    this.selector = selector;
    this.element = { trigger: nothing };
  }

  /**
   * Take the library's own way to draw widgets.
   * @param {string} _type
   * @param {Append} append
   */
  register_mime_type(_type, append) {
    drawWidgetsWith((model, element) => {
      const area = {
        keyboard_manager: { register_events: nothing },
        create_output_subarea: () => [element],
        handle_output: report,
        handle_clear_output: nothing,
      };
      append.call(area, model, {}, { append: nothing });
    });
  }

  /** @param {Message} message */
  handle_output({ msg_type: type, content }) {
    this.#add(/** @type {Output} */ ({ output_type: type, ...content }));
  }

  handle_clear_output() {
    this.clear_output();
  }

  clear_output() {
    this.#outputs = [];
    this.selector.replaceChildren();
  }

  toJSON() {
    return this.#outputs;
  }

  /** @param {Output[]} outputs */
  fromJSON(outputs) {
    for (const output of outputs) this.#add(output);
  }

  /** @param {Output} output */
  #add(output) {
    this.#outputs.push(output);
    draw(output, this.selector);
  }
}

/**
 * Start the widget library for a kernel.
 * @param {Kernel} kernel
 * @returns {Promise<void>} when the widgets that the kernel holds are here
 */
export async function startWidgets(kernel) {
  const library = /** @type {{load_ipython_extension(): Promise<void>}} */ (load(LIBRARY));
  const host = document.createElement("div");
  // The library adds a menu of its own beside the notebook's help menu.
  host.innerHTML = '<span><i id="help_menu"></i></span>';
  host.hidden = true;
  document.body.append(host);
  jupyter.notebook.kernel = kernel;
  /** @type {Promise<void>} */
  const loaded = new Promise((resolve) => {
    // It asks for the notebook's cells when it has loaded the widgets, to draw them again.
    jupyter.notebook.get_cells = () => {
      resolve();
      return [];
    };
  });
  await library.load_ipython_extension();
  host.remove();
  return loaded;
}

/**
 * Show what the kernel holds, should the page have missed what it said.
 * @param {Kernel} kernel
 */
export function refreshWidgets(kernel) {
  kernel.widget_manager?._loadFromKernel().catch(console.error);
}

const actions = { register: nothing, get: () => ({ handler: nothing }) };
const events = { on: nothing };
const jupyter = {
  version: "6.5.7",
  menubar: { actions },
  notification_area: { widget: nothing },
  notebook: {
    /** @type {Kernel | undefined} */
    kernel: undefined,
    /** @returns {never[]} */
    get_cells: () => [],
    container: { on: nothing },
    events,
    keyboard_manager: { actions },
    metadata: {},
  },
};

Object.assign(globalThis, { Jupyter: jupyter });
provide("base/js/namespace", () => jupyter);
provide("base/js/events", () => events);
provide("notebook/js/outputarea", () => ({ OutputArea }));
provide("services/kernels/comm", () => ({ Comm }));
