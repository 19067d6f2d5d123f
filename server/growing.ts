/** Bytes that come in parts of any length, held in one piece. */

/**
 * Behind what is held already: whoever sends byte by byte would make us hold some two hundred times
 * the bytes, each in an object of its own.
 * @param held of which the first `at` bytes count
 * @param maxBytes the most that is ever put together; at least `at` and the part
 * @returns what is held from now on: longer than what counts, at most twice
 */
export function put(
  part: Uint8Array,
  held: Uint8Array<ArrayBuffer>,
  at: number,
  maxBytes: number,
): Uint8Array<ArrayBuffer> {
  const end = at + part.byteLength;
  let room = held;
  if (end > held.length) {
    room = new Uint8Array(Math.min(2 * end, maxBytes));
    room.set(held.subarray(0, at));
  }
  room.set(part, at);
  return room;
}
