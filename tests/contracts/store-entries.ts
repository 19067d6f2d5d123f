/** Log entries whose bytes follow from their number, so that a whole log can be checked. */
import type { NewEntry } from '../../server/store/store.ts';

export const update = (n: number): NewEntry => ({
  kind: 'update',
  author: null,
  at: 1_700_000_000_000 + n,
  bytes: new TextEncoder().encode(`update ${n} `.repeat(1 + (n % 40))),
});
