// The host that the installed widget library was written for, as far as it asks for it.
// `widgetsnbextension` carries all of ipywidgets' classes in one file, for a notebook that offers
// a dozen names; they are offered here, so that no more than that file has to be loaded.

import { load, provide } from "./amd.js";
import { Comm } from "./comms.js";
import { draw, drawWidgetsWith, report } from "./outputs.js";

const LIBRARY = "nbextensions/jupyter-js-widgets/extension";
const nothing = () => {};

/** Where the library puts what Jupyter's Output widget shows. */
class OutputArea {
  #outputs = [];

  constructor({ selector }) {
    this.selector = selector;
    this.element = { trigger: nothing };
  }

  /** The library hands over its own way to draw widgets here. */
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

  handle_output({ msg_type: type, content }) {
    this.#add({ output_type: type, ...content });
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

  fromJSON(outputs) {
    outputs.forEach((output) => this.#add(output));
  }

  #add(output) {
    this.#outputs.push(output);
    draw(output, this.selector);
  }
}

/**
 * Start the widget library for a kernel.
 * @param {import("./kernel.js").Kernel} kernel
 * @returns {Promise<void>} when the widgets that the kernel holds are here
 */
export async function startWidgets(kernel) {
  const library = load(LIBRARY);
  const host = document.createElement("div");
  // The library adds a menu of its own beside the notebook's help menu.
  host.innerHTML = '<span><i id="help_menu"></i></span>';
  host.hidden = true;
  document.body.append(host);
  jupyter.notebook.kernel = kernel;
  const loaded = new Promise((resolve) => {
    // It asks for the notebook's cells when it has loaded the widgets, to draw them again.
    jupyter.notebook.get_cells = () => (resolve(), []);
  });
  await library.load_ipython_extension();
  host.remove();
  return loaded;
}

/**
 * Show what the kernel holds, should the page have missed what it said.
 * @param {import("./kernel.js").Kernel} kernel
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
    container: { on: nothing },
    events,
    keyboard_manager: { actions },
    metadata: {},
  },
};

globalThis.Jupyter = jupyter;
provide("base/js/namespace", () => jupyter);
provide("base/js/events", () => events);
provide("notebook/js/outputarea", () => ({ OutputArea }));
provide("services/kernels/comm", () => ({ Comm }));
