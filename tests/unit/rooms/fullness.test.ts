import { expect, test } from 'vitest';
import { createFullness } from '../../../server/rooms/board/fullness.ts';
import type { LogShare, NewEntry } from '../../../server/store/store.ts';
import type { PersonId } from '../../../shared/ids.ts';

const limits = { maxStateBytes: 1_000, maxLogBytes: 8_000 };
const ana = { id: 'ana' as PersonId, role: 'facilitator' } as const;
const ben = { id: 'ben' as PersonId, role: 'participant' } as const;
const cleo = { id: 'cleo' as PersonId, role: 'participant' } as const;

/** A board of that size, and a log with that much of each. */
function opened(size: number, ...shares: readonly Pick<LogShare, 'kind' | 'author' | 'bytes'>[]) {
  const known = shares.map((share) => ({ ...share, entries: 1 }));
  return createFullness({ shares: known, size: () => size, limits });
}
const written = (author: PersonId | null, bytes: number, kind: NewEntry['kind'] = 'update') => ({
  kind,
  author,
  at: 0,
  bytes: new Uint8Array(bytes),
});

test.each([
  { what: 'what it holds', size: 1_001, logged: 0 },
  { what: 'its log', size: 10, logged: 8_001 },
])('[RO38] a board that is full by $what takes nothing more from anybody', ({ size, logged }) => {
  const full = opened(size, { kind: 'update', author: null, bytes: logged });
  expect([ana, ben].map(full.whyNot)).toEqual(['full', 'full']);
  expect(full.isFull()).toBe(true);
  const nearly = opened(size - 1, { kind: 'update', author: null, bytes: Math.max(0, logged - 1) });
  expect([[ana, ben].map(nearly.whyNot), nearly.isFull()]).toEqual([[undefined, undefined], false]);
});

test('[RO52] of a board that is half full one participant has a quarter, and others go on', () => {
  const { whyNot, grew } = opened(501, { kind: 'update', author: ben.id, bytes: 200 });
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ben.id, 50), written(cleo.id, 10), written(ben.id, 500, 'event')]);
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ben.id, 1), written(ana.id, 900)]);
  expect([ana, ben, cleo].map(whyNot)).toEqual([undefined, 'share', undefined]);
  const roomy = opened(500, { kind: 'update', author: ben.id, bytes: 900 });
  expect(roomy.whyNot(ben)).toBeUndefined();
});

test('[RO52] of a log that is half full one participant has a quarter, however small the board', () => {
  const { whyNot, grew } = opened(10, { kind: 'update', author: ben.id, bytes: 2_001 });
  expect(whyNot(ben)).toBeUndefined();
  grew([written(ana.id, 2_000)]);
  expect([ana, ben, cleo].map(whyNot)).toEqual([undefined, 'share', undefined]);
});

test('[SR15] one participant has an eighth of a log for events', () => {
  const { hasNoEventFor, grew } = opened(10, { kind: 'event', author: ben.id, bytes: 1_000 });
  expect(hasNoEventFor(ben)).toBe(false);
  grew([written(ben.id, 1, 'event')]);
  expect([ana, ben, cleo].map(hasNoEventFor)).toEqual([false, true, false]);
});

test('[SR15] events have half of a log from participants, and all of it from who leads', () => {
  const { hasNoEventFor, grew } = opened(10, { kind: 'event', author: cleo.id, bytes: 4_000 });
  expect([hasNoEventFor(ben), hasNoEventFor(ana)]).toEqual([false, false]);
  grew([written(null, 1, 'event')]);
  expect([hasNoEventFor(ben), hasNoEventFor(ana)]).toEqual([true, false]);
  grew([written(ana.id, 4_000, 'event')]);
  expect(hasNoEventFor(ana)).toBe(true);
});
