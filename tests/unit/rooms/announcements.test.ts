/** Whose a Yjs client id is, from the first page that says it on. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { createAnnouncements } from '../../../server/rooms/session/announcements.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { memoryLog } from '../../support/log.ts';

const person = (id: string, role: Role = 'participant') => ({ id: id as PersonId, role });
const [ana, ben] = [person('ana'), person('ben')];

/**
 * @param standing client ids that something of the board stands under
 * @param known how many are somebody's from before
 */
function opened({ standing = [] as number[], known = 0 } = {}) {
  const others = Array.from(
    { length: known },
    (_, at) => [1e6 + at, `p${at}` as PersonId] as const,
  );
  const clients = createClientIds(new Map(others));
  const kept: (readonly [number, PersonId])[] = [];
  const store = { fails: false as boolean };
  const { log, lines } = memoryLog('debug');
  const { keep } = createAnnouncements({
    id: 'board' as BoardId,
    store: {
      claimClients: (_board, claims) => {
        if (store.fails) return Promise.reject(new Error('full'));
        kept.push(...claims);
        return Promise.resolve();
      },
    },
    document: { holds: (client) => standing.includes(client) },
    clients,
    log,
  });
  return { keep, clients, kept, lines, store };
}

test('[AD8] an id is its first person’s from the moment a page says it, in the store too', () => {
  const { keep, kept } = opened();
  expect([keep(ana, 7), keep(ana, 7), keep(ben, 7)]).toEqual([true, true, false]);
  expect(kept).toEqual([[7, 'ana']]);
});

test('[AD8] what the server wrote is under nobody’s id', () => {
  expect(opened({ standing: [9] }).keep(ana, 9)).toBe(false);
});

test('[AD8] an observer, who writes nothing, takes no id, and is shown under theirs', () => {
  const { keep, clients } = opened();
  expect([keep(person('mur', 'observer'), 7), clients.size()]).toEqual([true, 0]);
});

test('[AD8] an id that is not kept to be somebody’s is not taken for theirs', () => {
  const { keep, clients } = opened();
  const taken = Array.from({ length: 501 }, (_, client) => keep(ana, client));
  expect(taken.filter((is) => is)).toHaveLength(500);
  expect([taken.at(-1), clients.ownerOf(500)]).toEqual([false, undefined]);
  expect([keep(ana, 5), keep(ben, 5_000)]).toEqual([true, true]);
});

test('[AD8] a board has fifty thousand ids of people at most, whoever says one more', () => {
  const { keep } = opened({ known: 49_999 });
  expect([keep(ana, 1), keep(ben, 2), keep(ana, 1)]).toEqual([true, false, true]);
});

test('[AD8] an id that the store does not take is its person’s meanwhile, and kept with the next one', async () => {
  const { keep, lines, kept, store } = opened();
  store.fails = true;
  keep(ana, 7);
  await turn();
  expect(keep(ben, 7)).toBe(false);
  expect(lines().map(({ msg }) => msg)).toEqual(['client id not kept']);
  store.fails = false;
  keep(ben, 8);
  expect(kept).toEqual([
    [7, 'ana'],
    [8, 'ben'],
  ]);
});
