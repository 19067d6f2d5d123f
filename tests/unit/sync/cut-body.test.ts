/** What a page sends over plain HTTP, cut as small as a network takes it. */
import { expect, test } from 'vitest';
import { cutBody } from '../../../client/sync/polling/cut-body.ts';

/** All bodies, one after the other. */
function cutAll(payload: string, most: number): readonly string[] {
  const bodies: string[] = [];
  for (let left = payload; left !== ''; ) {
    const [body, rest] = cutBody(left, most);
    bodies.push(body);
    left = rest;
  }
  return bodies;
}
const SEPARATOR = '\x1e';
const frame = (bytes: number) =>
  `b${Buffer.from(new Uint8Array(bytes).fill(7)).toString('base64')}`;
/** The bytes of each frame, as a server puts them together. */
function framesIn(bodies: readonly string[]): readonly number[] {
  const sizes: number[] = [];
  let begun = 0;
  for (const packet of bodies.flatMap((body) => body.split(SEPARATOR))) {
    if (packet.startsWith('4+')) begun += Buffer.from(packet.slice(2), 'base64').length;
    else if (packet.startsWith('b')) {
      sizes.push(begun + Buffer.from(packet.slice(1), 'base64').length);
      begun = 0;
    } else expect(packet).toBe('3');
  }
  return sizes;
}

test.each([
  ['one short frame', [frame(3)]],
  ['a pong and a frame', ['3', frame(10)]],
  ['many short frames', Array.from({ length: 200 }, () => frame(20))],
  ['a long frame', [frame(10_000)]],
  ['a long frame between short ones', ['3', frame(5), frame(9_001), frame(5), '3']],
  ['frames of every length', Array.from({ length: 120 }, (_, n) => frame(n))],
])('[PO19] %s is cut into bodies that fit, and nothing is lost', (_what, packets) => {
  const payload = packets.join(SEPARATOR);
  const sizes = framesIn([payload]);
  for (const most of [16, 17, 64, 100, 1_024, 65_536]) {
    const bodies = cutAll(payload, most);
    expect(Math.max(...bodies.map((body) => body.length))).toBeLessThanOrEqual(most);
    expect(framesIn(bodies)).toEqual(sizes);
    if (payload.length <= most) expect(bodies).toEqual([payload]);
  }
});

test('[PO19] what fits is sent together', () => {
  const payload = Array.from({ length: 10 }, () => frame(3)).join(SEPARATOR);
  expect(cutAll(payload, 11)).toHaveLength(5);
});

test('[PO19] what is no frame goes as it is, whatever its length', () => {
  expect(cutAll(`3${'x'.repeat(50)}${SEPARATOR}3`, 20)).toEqual([`3${'x'.repeat(50)}`, '3']);
});
