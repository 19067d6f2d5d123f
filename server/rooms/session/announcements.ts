/**
 * Who is the first to have a Yjs client id: its person for good, once a page of theirs has said it.
 * Everybody is told everybody's ids; without this, one could take the id of somebody who is offline,
 * and what they write meanwhile would never be accepted.
 */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Log } from '../../observability/log.ts';
import type { PersonRow, Store } from '../../store/store.ts';
import type { ClientIds } from '../board/client-ids.ts';
import type { BoardDocument } from '../board/document.ts';

/**
 * Ids one person may be given by saying them: each opening of a page is one. Half of what a person
 * may write under, so that saying ids never takes from anybody the right to write.
 */
const maxAnnouncedPerPerson = 500;
/** Ids of a board that are somebody's: each is a row that is read whenever the board opens. */
const maxAnnouncedPerBoard = 50_000;

export interface Announcements {
  /**
   * A page of this person says it has that id.
   * @returns false when it is not, or cannot be, theirs for good: whoever's it is not kept to be
   *   could lose it to somebody else
   */
  readonly keep: (person: Announcer, client: number) => boolean;
}
type Announcer = Pick<PersonRow, 'id' | 'role'>;
export interface AnnouncementsDeps {
  readonly id: BoardId;
  readonly store: Pick<Store, 'claimClients'>;
  readonly document: Pick<BoardDocument, 'holds'>;
  /** Added to here. */
  readonly clients: ClientIds;
  readonly log: Pick<Log, 'warn'>;
}

export function createAnnouncements(deps: AnnouncementsDeps): Announcements {
  const { id, store, document, clients, log } = deps;
  /** Bound here, and not yet in the store. */
  const unkept = new Map<number, PersonId>();

  const write = async () => {
    const claims = new Map(unkept);
    await store.claimClients(id, claims);
    for (const client of claims.keys()) unkept.delete(client);
  };
  const isFull = (person: PersonId) =>
    clients.countOf(person) >= maxAnnouncedPerPerson || clients.size() >= maxAnnouncedPerBoard;

  return {
    keep: ({ id: person, role }, client) => {
      const owner = clients.ownerOf(client);
      if (owner !== undefined) return owner === person;
      // What stands under an id of nobody was written by the server: nobody may have that id.
      if (document.holds(client)) return false;
      if (role === 'observer') return true; // they write nothing that somebody could take from them
      if (isFull(person)) return false;
      clients.bind(client, person);
      unkept.set(client, person);
      // What the store does not take now holds while the board is open, and goes with the next one.
      write().catch((err: unknown) => log.warn({ err, board: id }, 'client id not kept'));
      return true;
    },
  };
}
