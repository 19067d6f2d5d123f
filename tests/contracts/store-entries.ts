/** Log entries whose bytes follow from their number, so that a whole log can be checked. */
import type { NewEntry, SessionSnapshot } from '../../server/store/store.ts';

export const update = (n: number): NewEntry => ({
  kind: 'update',
  author: null,
  at: 1_700_000_000_000 + n,
  bytes: new TextEncoder().encode(`update ${n} `.repeat(1 + (n % 40))),
});

/** An event that says its number, and the session that all up to a number come to. */
export const counted = (n: number): NewEntry => ({
  kind: 'event',
  author: null,
  at: 1_700_000_000_000 + n,
  bytes: new TextEncoder().encode(`${n}`),
});
export const countedTo = (n: number): SessionSnapshot => ({
  seq: n,
  schema: 1,
  bytes: new TextEncoder().encode(`${n}`.repeat(300)),
});
