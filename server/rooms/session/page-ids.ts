/** Which page has which Yjs client id now: each says its own, and keeps it while it is connected. */
import type { PersonId } from '../../../shared/ids.ts';

export interface Page {
  readonly person: { readonly id: PersonId };
}
export type PageIds<Key extends Page> = ReturnType<typeof createPageIds<Key>>;

/** @param keep a page of this person says it has that id; false when it may not be theirs */
export function createPageIds<Key extends Page>(
  keep: (person: Key['person'], client: number) => boolean,
) {
  const holders = new Map<number, Key>();
  const clients = new Map<Key, number>();

  return {
    /** What a page says is its id. @returns what became of it */
    claim: (page: Key, client: number) => {
      const held = clients.get(page);
      if (held !== undefined) return held === client ? 'known' : 'not-its-own';
      const holder = holders.get(client);
      // The same page may be back before its old socket is known to be dead.
      if (holder && holder.person.id !== page.person.id) return 'not-its-own';
      if (!keep(page.person, client)) return 'not-its-own';
      if (holder) clients.delete(holder);
      holders.set(client, page);
      clients.set(page, client);
      return 'new';
    },
    /** @returns the id the page had, if any */
    release: (page: Key) => {
      const client = clients.get(page);
      clients.delete(page);
      if (client !== undefined) holders.delete(client);
      return client;
    },
    /** The id of a page, once it has said it. */
    clientOf: (page: Key) => clients.get(page),
    /** Whose page has an id now. */
    holderOf: (client: number) => holders.get(client)?.person.id,
  };
}
