// The connection between a page and the worker in which its Python runs.
//
// The widget library asks for the states of all widgets when it starts. What the build recorded
// answers, so that the page is there before Python is. All else that the page says is kept until
// Python has run the page's notebook, and then carried out in order.

import { State } from "../serve/template/static/state.js";
import { decode, encode } from "../serve/template/static/wire.js";

/** @import { ConnectionEvents, PageConnection, SentMessage } from "../serve/template/static/types.d.ts" */
/** @import { RecordedStates, SiteFiles, WorkerNews } from "./types.d.ts" */

const CONTROL = "jupyter.widget.control";

/**
 * What to tell the visitor when the worker gives up.
 * @type {Partial<Record<WorkerNews["news"], string>>}
 */
const ENDS = {
  incomplete: State.INCOMPLETE,
  unable: State.UNABLE,
  failed: State.FAILED,
};

/**
 * Fetch something that the build recorded.
 * @param {string} address
 */
async function recorded(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.url} could not be loaded.`);
  return answer.json();
}

/**
 * Fetch what the widgets of the page are when it opens with the link that it has.
 * @param {SiteFiles} files
 * @returns {Promise<RecordedStates>}
 */
async function recordedStates({ states, links }) {
  const link = links[location.search];
  const [all, changed] = await Promise.all([recorded(states), link ? recorded(link) : {}]);
  for (const [id, traits] of Object.entries(changed)) Object.assign(all[id].state, traits);
  return all;
}

/** Ask for a worker that is a module, and see whether the browser looks at that. */
function moduleOptions() {
  let isKnown = false;
  /** @type {WorkerOptions} */
  const options = {
    get type() {
      isKnown = true;
      return /** @type {const} */ ("module");
    },
  };
  return { options, isKnown: () => isKnown };
}

/** @implements {PageConnection} */
export class WorkerConnection {
  #on;
  #worker;
  #states;
  /** @type {string} */
  #state = State.OPEN;
  #isReady = false;
  /** @type {SentMessage[]} until Python is ready */
  #kept = [];
  /** @type {unknown} id of the comm by which the widget library asks for the states */
  #control;

  /**
   * @param {SiteFiles} files
   * @param {ConnectionEvents} on
   */
  constructor(files, on) {
    this.#on = on;
    this.#states = recordedStates(files);
    this.#states.catch(() => this.end(State.INCOMPLETE));
    const asked = moduleOptions();
    this.#worker = new Worker(new URL(files.worker, document.baseURI), asked.options);
    this.#worker.onmessage = ({ data }) => this.#heard(data);
    this.#worker.onerror = (event) => {
      console.error(event.message ?? "The program of the page could not be loaded.");
      this.end(State.INCOMPLETE);
    };
    this.#worker.postMessage({ files, base: document.baseURI });
    // The page may speak at once; it is told so when it knows its connection.
    queueMicrotask(() => {
      if (asked.isKnown()) on.change();
      else this.end(State.UNABLE);
    });
  }

  get state() {
    return this.#state;
  }

  /** @param {SentMessage} message */
  send(message) {
    if (this.#isForRecord(message)) this.#answer(message);
    else if (this.#isReady) this.#post(message);
    else this.#kept.push(message);
    return true;
  }

  /** A worker is there or has said why not: there is no network that could hang. */
  expect() {
    // Nothing to watch.
  }

  /** @param {string} state */
  end(state) {
    if (this.#state !== State.OPEN) return;
    this.#worker.terminate();
    this.#state = state;
    this.#on.change();
  }

  /** @param {SentMessage} message */
  #isForRecord({ header, content }) {
    if (header.msg_type === "comm_open" && content.target_name === CONTROL) {
      this.#control ??= content.comm_id;
    }
    return this.#control !== undefined && content.comm_id === this.#control;
  }

  /**
   * Answer the widget library as Python would.
   * @param {SentMessage} message
   */
  async #answer({ header, content }) {
    const method = content.data && "method" in content.data ? content.data.method : undefined;
    const parent = { parent_header: header, metadata: {}, buffers: [] };
    if (method === "request_states") {
      const states = await this.#states;
      this.#on.message({
        channel: "iopub",
        header: { msg_type: "comm_msg" },
        content: {
          comm_id: String(content.comm_id),
          data: { method: "update_states", states, buffer_paths: [] },
        },
        ...parent,
      });
    }
    this.#on.message({
      channel: "iopub",
      header: { msg_type: "status" },
      content: { execution_state: "idle" },
      ...parent,
    });
  }

  /** @param {ArrayBuffer | WorkerNews} data */
  #heard(data) {
    if (data instanceof ArrayBuffer) {
      this.#on.message(decode(data));
      return;
    }
    const { news, detail } = data;
    if (detail) console.error(detail);
    if (news === "ready") this.#begin();
    else this.end(ENDS[news] ?? State.FAILED);
  }

  #begin() {
    this.#isReady = true;
    for (const message of this.#kept) this.#post(message);
    this.#kept = [];
  }

  /** @param {SentMessage} message */
  #post(message) {
    const data = encode(message);
    this.#worker.postMessage(data, [data]);
  }
}
