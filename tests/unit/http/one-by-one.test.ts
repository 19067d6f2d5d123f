import { expect, test } from 'vitest';
import { createOneByOne } from '../../../server/http/one-by-one.ts';

/** A work that ends when told. */
function held(): { readonly work: () => Promise<void>; readonly end: () => void } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end: () => end() };
}

test('[LK12] what changes access runs one by one in a board, and boards do not wait for each other', async () => {
  const oneByOne = createOneByOne();
  const order: string[] = [];
  const note = (text: string) => async () => void order.push(text);
  const first = held();
  const all = [
    oneByOne('a', first.work).then(note('first ended')),
    oneByOne('a', note('second ran')),
  ];
  await oneByOne('b', note('other board ran'));
  expect(order).toEqual(['other board ran']);
  first.end();
  await Promise.all(all);
  expect(order).toEqual(['other board ran', 'first ended', 'second ran']);
});

test('[LK12] one that fails fails for who asked, and holds up nobody', async () => {
  const oneByOne = createOneByOne();
  const failed = oneByOne('a', () => Promise.reject(new Error('disk')));
  const next = oneByOne('a', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('disk');
  expect(await next).toBe('done');
});
