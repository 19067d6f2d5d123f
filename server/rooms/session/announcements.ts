/**
 * Who is the first to have a Yjs client id: its person for good, once a page of theirs has said it.
 * Everybody is told everybody's ids; without this, one could take the id of somebody who is offline,
 * and what they write meanwhile would never be accepted.
 */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Log } from '../../observability/log.ts';
import type { PersonRow, Store } from '../../store/store.ts';
import type { BoardDocument } from '../board/document.ts';

/**
 * Ids one person may be given by saying them: each opening of a page is one. Half of what a person
 * may write under, so that saying ids never takes from anybody the right to write.
 */
export const maxAnnouncedPerPerson = 1_000;

export interface Announcements {
  /** Whether the id may be this person's. */
  readonly mayHave: (person: PersonId, client: number) => boolean;
  /** A page of this person has that id, which may be theirs. */
  readonly keep: (person: Pick<PersonRow, 'id' | 'role'>, client: number) => void;
}
export interface AnnouncementsDeps {
  readonly id: BoardId;
  readonly store: Pick<Store, 'claimClients'>;
  readonly document: Pick<BoardDocument, 'holds'>;
  /** Client id → its person; added to here. */
  readonly clients: Map<number, PersonId>;
  readonly log: Pick<Log, 'warn'>;
}

export function createAnnouncements(deps: AnnouncementsDeps): Announcements {
  const { id, store, document, clients, log } = deps;
  const countOf = (person: PersonId) =>
    [...clients.values()].filter((owner) => owner === person).length;

  return {
    // What stands under an id of nobody was written by the server: nobody may have that id.
    mayHave: (person, client) =>
      clients.has(client) ? clients.get(client) === person : !document.holds(client),
    keep: (person, client) => {
      if (person.role === 'observer' || clients.has(client)) return; // they write nothing
      if (countOf(person.id) >= maxAnnouncedPerPerson) return;
      clients.set(client, person.id);
      // Not kept, it still holds for as long as the board is open.
      store.claimClients(id, new Map([[client, person.id]])).catch((err: unknown) => {
        log.warn({ err, board: id }, 'client id not kept');
      });
    },
  };
}
