/** Which page has which Yjs client id now: each says its own, and keeps it while it is connected. */
import type { PersonId } from '../../../shared/ids.ts';

export interface Page {
  readonly person: { readonly id: PersonId };
}
export interface PageIds<Key extends Page> {
  /** What a page says is its id. @returns what became of it */
  readonly claim: (page: Key, client: number) => 'new' | 'known' | 'not-its-own';
  /** @returns the id the page had, if any */
  readonly release: (page: Key) => number | undefined;
  /** The id of a page, once it has said it. */
  readonly clientOf: (page: Key) => number | undefined;
  /** Whose page has an id now. */
  readonly holderOf: (client: number) => PersonId | undefined;
}

/** @param mayUse whether the id may be this person's */
export function createPageIds<Key extends Page>(
  mayUse: (person: PersonId, client: number) => boolean,
): PageIds<Key> {
  const holders = new Map<number, Key>();
  const clients = new Map<Key, number>();

  return {
    claim: (page, client) => {
      const held = clients.get(page);
      if (held !== undefined) return held === client ? 'known' : 'not-its-own';
      const holder = holders.get(client);
      // The same page may be back before its old socket is known to be dead.
      if (holder && holder.person.id !== page.person.id) return 'not-its-own';
      if (!mayUse(page.person.id, client)) return 'not-its-own';
      if (holder) clients.delete(holder);
      holders.set(client, page);
      clients.set(page, client);
      return 'new';
    },
    release: (page) => {
      const client = clients.get(page);
      clients.delete(page);
      if (client !== undefined) holders.delete(client);
      return client;
    },
    clientOf: (page) => clients.get(page),
    holderOf: (client) => holders.get(client)?.person.id,
  };
}
