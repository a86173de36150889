// Jupyter's messages and what travels in them, as far as a page reads it.

/** The header of a message. */
export interface Header {
  msg_type: string;
  msg_id?: string;
  [field: string]: unknown;
}

/** The content of a message: the fields of all types of messages that a page reads. */
export interface Content {
  comm_id?: string;
  target_name?: string;
  execution_state?: string;
  data?: object;
  text?: string | string[];
  traceback?: string[];
  [field: string]: unknown;
}

export interface Message {
  channel: string;
  header: Header;
  parent_header: Partial<Header>;
  metadata: object;
  content: Content;
  buffers: DataView[];
  /** What the widget library reads instead of the header's. */
  msg_type?: string;
}

export type Buffers = (ArrayBuffer | ArrayBufferView)[];

/** What hears of a message's answers; `status` is called with less where nobody answered. */
export interface Callbacks {
  shell?: { reply?: (message: Message) => void };
  iopub?: {
    status?: (message: Pick<Message, "content">) => void;
    output?: (message: Message) => void;
    clear_output?: (message: Message) => void;
  };
}

/** What a cell gave back, in nbformat's terms. */
export interface Output extends Content {
  output_type?: string;
  data?: Record<string, string | string[] | object>;
}

/** What a page says by itself. */
export interface SheetWords {
  close: string;
  gone: string;
  lost: string;
  noscript: string;
  offline: string;
  part: string;
  reload: string;
  slow: string;
  tooLarge: string;
  tooLargeOver: string;
  unbuilt: string;
  unreadable: string;
  unstarted: string;
  unsure: string;
}
