import { expect, test } from 'vitest';
import { readText } from '../../../server/http/body.ts';

/** A request whose body comes in pieces, and how many of them were asked for. */
function pieces(list: readonly Uint8Array[]) {
  let asked = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = list[asked];
        asked += 1;
        if (next) controller.enqueue(next);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', body, duplex: 'half' }; // the DOM’s types do not know duplex yet
  const request = new Request('http://test/', init);
  return { request, asked: () => asked };
}
const bytes = (size: number) => new Uint8Array(size).fill(97);

test('[HT5] a body is read up to the limit, cut characters put together again', async () => {
  const [first, second] = [Uint8Array.of(0x61, 0xc3), Uint8Array.of(0xa9)];
  expect(await readText(pieces([first, second]).request, 3)).toEqual({ ok: true, value: 'aé' });
});

test('[HT5] one byte above the limit is too large', async () => {
  const { request } = pieces([bytes(3), bytes(1)]);
  expect(await readText(request, 3)).toEqual({ ok: false, error: 'too-large' });
});

test('[HT5] what is too large is read on so that its sender sees the answer, but not for ever', async () => {
  const some = pieces(Array.from({ length: 4 }, () => bytes(10)));
  await readText(some.request, 10);
  expect(some.asked()).toBe(5); // the end of the body was seen
  const endless = pieces(Array.from({ length: 1_000 }, () => bytes(10)));
  expect(await readText(endless.request, 10)).toEqual({ ok: false, error: 'too-large' });
  expect(endless.asked()).toBeLessThan(10);
});

test('[HT5] bytes that are no UTF-8 are no text, and no body is an empty one', async () => {
  const { request } = pieces([Uint8Array.of(0xe9, 0x74)]);
  expect(await readText(request, 9)).toEqual({ ok: false, error: 'not-text' });
  const none = new Request('http://test/', { method: 'POST' });
  expect(await readText(none, 9)).toEqual({ ok: true, value: '' });
});

test('[HT35] no piece of a body is kept as the object it came in', async () => {
  const piece = bytes(1);
  async function* oneByOne() {
    for (const character of 'atelier') {
      piece[0] = character.charCodeAt(0);
      yield piece;
    }
  }
  const request = { body: oneByOne() } as unknown as Request; // a stream would copy what it is given
  expect(await readText(request, 9)).toEqual({ ok: true, value: 'atelier' });
});
