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

/** A message of the page, before it travels. */
export interface SentMessage extends Omit<Message, "buffers"> {
  buffers: Buffers;
}

/** What connects a page with its Python. */
export interface PageConnection {
  /** One of `State`. */
  readonly state: string;
  /** Send a message; false if that is not possible now. */
  send(message: SentMessage): boolean;
  /** Expect to hear something, no matter what; if nothing comes for long, find out why. */
  expect(silence?: number): void;
  /** Give it up, and say why. */
  end(state: string): void;
}

/** What a page is told of its connection. */
export interface ConnectionEvents {
  /** It is open, or open again. */
  open(): void;
  /** `state` is another. */
  change(): void;
  message(message: Message): void;
  /** Something was heard, whatever it was. */
  heard(): void;
  /** The server did not take what the page sent. */
  refusal(refusal: string): void;
  /** Something harmless is to be sent that has an answer. */
  trial(): void;
  /** Whether the kernel is known to be at work. */
  work(): boolean;
}

/** Connects a page, which its Python knows by a session. */
export type Connect = (session: string, on: ConnectionEvents) => PageConnection;

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
  failed: string;
  gone: string;
  incomplete: string;
  lost: string;
  noscript: string;
  offline: string;
  part: string;
  reload: string;
  slow: string;
  tooLarge: string;
  tooLargeOver: string;
  unable: string;
  unbuilt: string;
  unreadable: string;
  unstarted: string;
  unsure: string;
}
