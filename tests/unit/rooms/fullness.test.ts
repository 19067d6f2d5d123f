import { expect, test } from 'vitest';
import { createFullness } from '../../../server/rooms/board/fullness.ts';
import type { LogShare, NewEntry } from '../../../server/store/store.ts';
import type { PersonId } from '../../../shared/ids.ts';

/** A board full at 10 kB, and a log at 320 kB: a participant has 2.5 kB and 7.5 kB of them. */
const limits = { maxStateBytes: 10_000, maxLogBytes: 320_000 };
/** What a row takes besides. */
const row = 100;
const ana = { id: 'ana' as PersonId, role: 'facilitator' } as const;
const ben = { id: 'ben' as PersonId, role: 'participant' } as const;
const cleo = { id: 'cleo' as PersonId, role: 'participant' } as const;

/** A board of that size, and a log with that much of each, in one row. */
function opened(size: number, ...shares: readonly Pick<LogShare, 'kind' | 'author' | 'bytes'>[]) {
  const known = shares.map((share) => ({ ...share, entries: 1 }));
  return createFullness({ shares: known, size: () => size, sessionSize: () => 0, limits });
}
const written = (author: PersonId | null, bytes: number, kind: NewEntry['kind'] = 'update') => ({
  kind,
  author,
  at: 0,
  bytes: new Uint8Array(bytes),
});

test.each([
  { what: 'what it holds', size: 10_001, logged: 0 },
  { what: 'its log', size: 10, logged: 320_001 - row },
])('[RO38] a board that is full by $what takes nothing more from anybody', ({ size, logged }) => {
  const full = opened(size, { kind: 'update', author: null, bytes: logged });
  expect([ana, ben].map(full.whyNot)).toEqual(['full', 'full']);
  expect(full.isFull()).toBe(true);
  const nearly = opened(size - 1, { kind: 'update', author: null, bytes: Math.max(0, logged - 1) });
  expect([[ana, ben].map(nearly.whyNot), nearly.isFull()]).toEqual([[undefined, undefined], false]);
});

test('[RO38] of what is folded away nothing counts for the log', () => {
  const { isFull, grew } = opened(10, { kind: 'event', author: ben.id, bytes: 400_000 });
  grew([written(ben.id, 400_000, 'event')]);
  expect(isFull()).toBe(false);
});

test('[RO52] one participant writes a quarter of a board that has as much in it, and others go on', () => {
  const { whyNot, grew } = opened(2_501, { kind: 'update', author: ben.id, bytes: 2_000 });
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ben.id, 300), written(cleo.id, 10), written(ben.id, 5_000, 'event')]);
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ben.id, 1), written(ana.id, 9_000)]);
  expect([ana, ben, cleo].map(whyNot)).toEqual([undefined, 'share', undefined]);
  const roomy = opened(2_500, { kind: 'update', author: ben.id, bytes: 7_000 });
  expect(roomy.whyNot(ben)).toBeUndefined();
});

test('[RO52] one participant has twelve parts of a log of 512, rows counted, however small the board', () => {
  const { whyNot, grew } = opened(10, { kind: 'update', author: ben.id, bytes: 7_200 });
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ben.id, 100)]);
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ben.id, 0), written(ana.id, 20_000)]);
  expect([ana, ben, cleo].map(whyNot)).toEqual([undefined, 'share', undefined]);
});

test('[SR15] the session of a board takes half of what that may hold from participants, twice as much as it from who leads', () => {
  const at = (sessionSize: number) =>
    [ben, ana].map(
      createFullness({ shares: [], size: () => 0, sessionSize: () => sessionSize, limits })
        .hasNoEventFor,
    );
  expect(at(5_000)).toEqual([false, false]);
  expect(at(5_001)).toEqual([true, false]);
  expect(at(20_000)).toEqual([true, false]);
  expect(at(20_001)).toEqual([true, true]);
});
