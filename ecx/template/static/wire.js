// Messages as they travel: the binary form `v1.kernel.websocket.jupyter.org` of Jupyter's
// websockets. https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html

export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const WORD = 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * @typedef {object} Message
 * @property {string} channel
 * @property {Record<string, any>} header
 * @property {Record<string, any>} parent_header
 * @property {Record<string, any>} metadata
 * @property {Record<string, any>} content
 * @property {DataView[]} buffers
 */

/**
 * @param {Omit<Message, "buffers"> & {buffers: (ArrayBuffer | ArrayBufferView)[]}} message
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

/**
 * @param {ArrayBuffer} whole
 * @returns {Message}
 */
export function decode(whole) {
  const words = new DataView(whole);
  const word = (index) => Number(words.getBigUint64(WORD * index, true));
  const parts = Array.from(
    { length: word(0) - 1 },
    (_, index) => new DataView(whole, word(index + 1), word(index + 2) - word(index + 1)),
  );
  const [channel, ...rest] = parts;
  const [header, parent_header, metadata, content] = rest
    .slice(0, 4)
    .map((part) => JSON.parse(decoder.decode(part)));
  return {
    channel: decoder.decode(channel),
    header,
    parent_header,
    metadata,
    content,
    buffers: rest.slice(4),
  };
}

function bytes(buffer) {
  return ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
}
