// Messages as they travel: the binary form `v1.kernel.websocket.jupyter.org` of Jupyter's
// websockets. https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html

export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const WORD = 8;
const LEAST = 5; // the channel and four JSON objects
const MOST = 64; // with buffers
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @import { Buffers, Header, Message } from "./types.d.ts" */

/**
 * Write a message in bytes.
 * @param {Omit<Message, "buffers"> & {buffers: Buffers}} message
 * @returns {ArrayBuffer}
 */
export function encode({ channel, header, parent_header, metadata, content, buffers }) {
  const parts = [
    encoder.encode(channel),
    ...[header, parent_header, metadata, content].map((part) =>
      encoder.encode(JSON.stringify(part)),
    ),
    ...buffers.map(bytes),
  ];
  const head = WORD * (parts.length + 2);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, head));
  const words = new DataView(whole.buffer);
  words.setBigUint64(0, BigInt(parts.length + 1), true);
  let offset = head;
  parts.forEach((part, index) => {
    words.setBigUint64(WORD * (index + 1), BigInt(offset), true);
    whole.set(part, offset);
    offset += part.byteLength;
  });
  words.setBigUint64(WORD * (parts.length + 1), BigInt(offset), true);
  return whole.buffer;
}

/** What came is no message. */
export class MalformedError extends Error {}

/**
 * Read a message.
 * @param {ArrayBuffer} whole
 * @returns {Message}
 * @throws {MalformedError} if it is not in the form of a message
 */
export function decode(whole) {
  const [channel, header, parent_header, metadata, content, ...buffers] = cut(whole);
  return {
    channel: decoder.decode(channel),
    header: headed(object(header)),
    parent_header: object(parent_header),
    metadata: object(metadata),
    content: object(content),
    buffers,
  };
}

/**
 * @param {Record<string, unknown>} header
 * @returns {Header}
 */
function headed(header) {
  const { msg_type: type } = header;
  if (typeof type !== "string")
    throw new MalformedError("A message of the server does not say its type.");
  return { ...header, msg_type: type };
}

/**
 * Return the parts of a message, which starts with the number of offsets and then has those of the
 * parts and of the end.
 * @param {ArrayBuffer} whole
 */
function cut(whole) {
  if (!(whole instanceof ArrayBuffer) || whole.byteLength < WORD)
    throw new MalformedError("A message of the server is not in bytes.");
  const words = new DataView(whole);
  /** @param {number} index */
  const word = (index) => Number(words.getBigUint64(WORD * index, true));
  const count = word(0) - 1;
  if (count < LEAST || count > MOST)
    throw new MalformedError(
      `A message of the server has ${LEAST} to ${MOST} parts, not ${count}.`,
    );
  const head = WORD * (count + 2);
  if (head > whole.byteLength) throw new MalformedError("A message of the server is cut short.");
  const places = Array.from({ length: count }, (_, index) => [word(index + 1), word(index + 2)]);
  return places.map(([start = 0, end = 0]) => {
    if (start < head || end < start || end > whole.byteLength)
      throw new MalformedError("The parts of a message of the server do not lie in it.");
    return new DataView(whole, start, end - start);
  });
}

/**
 * @param {DataView | undefined} part
 * @returns {Record<string, unknown>}
 */
function object(part) {
  let value;
  try {
    value = JSON.parse(decoder.decode(part));
  } catch (cause) {
    throw new MalformedError("A part of a message of the server is not JSON.", { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new MalformedError("A part of a message of the server is not a JSON object.");
  return value;
}

/** @param {ArrayBuffer | ArrayBufferView} buffer */
function bytes(buffer) {
  return ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
}
