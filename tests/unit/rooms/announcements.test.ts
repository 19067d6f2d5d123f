/** Whose a Yjs client id is, from the first page that says it on. */
import { expect, test } from 'vitest';
import {
  createAnnouncements,
  maxAnnouncedPerPerson,
} from '../../../server/rooms/session/announcements.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { memoryLog } from '../../support/log.ts';

const person = (id: string, role: Role = 'participant') => ({ id: id as PersonId, role });
const [ana, ben] = [person('ana'), person('ben')];

/** @param standing client ids that something of the board stands under */
function opened({ standing = [] as number[], fails = false } = {}) {
  const clients = new Map<number, PersonId>();
  const kept: (readonly [number, PersonId])[] = [];
  const { log, lines } = memoryLog('debug');
  const announcements = createAnnouncements({
    id: 'board' as BoardId,
    store: {
      claimClients: (_board, claims) => {
        if (fails) return Promise.reject(new Error('full'));
        kept.push(...claims);
        return Promise.resolve();
      },
    },
    document: { holds: (client) => standing.includes(client) },
    clients,
    log,
  });
  return { ...announcements, clients, kept, lines };
}

test('[AD8] an id is its first person’s from the moment a page says it, in the store too', () => {
  const { mayHave, keep, clients, kept } = opened();
  expect([mayHave(ana.id, 7), mayHave(ben.id, 7)]).toEqual([true, true]);
  keep(ana, 7);
  keep(ana, 7);
  expect([mayHave(ana.id, 7), mayHave(ben.id, 7)]).toEqual([true, false]);
  expect([...clients]).toEqual([[7, 'ana']]);
  expect(kept).toEqual([[7, 'ana']]);
});

test('[AD8] what the server wrote is under nobody’s id', () => {
  expect(opened({ standing: [9] }).mayHave(ana.id, 9)).toBe(false);
});

test('[AD8] an observer, who writes nothing, takes no id', () => {
  const { keep, clients } = opened();
  keep(person('mur', 'observer'), 7);
  expect(clients.size).toBe(0);
});

test('[AD8] one person takes a thousand ids by saying them and no more', () => {
  const { keep, clients } = opened();
  for (let client = 0; client <= maxAnnouncedPerPerson; client++) keep(ana, client);
  keep(ben, 5_000);
  const owners = [...clients.values()];
  expect(owners.filter((owner) => owner === 'ana')).toHaveLength(1_000);
  expect(clients.get(5_000)).toBe('ben');
});

test('[AD8] an id that the store does not take stays its person’s while the board is open', async () => {
  const { mayHave, keep, lines } = opened({ fails: true });
  keep(ana, 7);
  await Promise.resolve();
  expect(mayHave(ben.id, 7)).toBe(false);
  expect(lines().map(({ msg }) => msg)).toEqual(['client id not kept']);
});
