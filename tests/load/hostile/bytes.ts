/** Bytes no page of ours would send. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type BoardDoc, entityMap } from '../../../shared/board/doc.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { Writer } from '../people/script.ts';

/** "The next million clocks of this client are deleted already": what its author writes then vanishes. */
export const clockPoison = (client: number, clock: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, 1_000_000);
    encoding.writeVarUint(encoder, 0);
  });

/** One struct of each client from `first` on, which stands on that of the next; the last in a root of ours. */
export const chainOfClients = (first: number, clients: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients + 1);
    for (let client = first; client < first + clients; client++) {
      for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeUint8(encoder, 0x84); // a text, behind:
      for (const number of [client + 1, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, 'x');
    }
    for (const number of [1, first + clients, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 4); // a text, in:
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'actions');
    encoding.writeVarString(encoder, 'x');
    encoding.writeVarUint(encoder, 0);
  });

/** One clock of each client from `first` on, of nothing. */
export const manyClients = (first: number, clients: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients);
    for (let client = first; client < first + clients; client++)
      for (const number of [1, client, 0, 0, 1]) encoding.writeVarUint(encoder, number);
    encoding.writeVarUint(encoder, 0);
  });

/** What a page says that has all of that. */
export const vectorOf = (clocks: ReadonlyMap<number, number>): Uint8Array =>
  Y.encodeStateVector(new Map(clocks));

/** One presence message that speaks for as many pages as asked. */
export const presenceCrowd = (pages: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, pages);
    for (let page = 1; page <= pages; page++) {
      encoding.writeVarUint(encoder, page);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(
        encoder,
        JSON.stringify({ user: `personne ${page}`, colour: '#c33' }),
      );
    }
  });

/** A description grown by so many characters at once, past every limit. */
export function hugeText({ doc, take }: Writer, action: ActionId, characters: number): Uint8Array {
  const text = entityMap(doc, 'actions', action)?.get('description');
  if (!(text instanceof Y.Text)) throw new Error('an action without a description');
  text.insert(0, 'x'.repeat(characters));
  return updateOf(take());
}

/** Well-formed, and of no schema of ours. */
export function strangeRoot({ doc, take }: Writer): Uint8Array {
  doc.getMap('intrus').set('clé', { quoi: 'que ce soit' });
  return updateOf(take());
}

/** The same as somebody would write it whose client id this is, at their next clock. */
export function forged(doc: BoardDoc, client: number, action: ActionId): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  let update: Uint8Array | undefined;
  copy.on('update', (made: Uint8Array) => {
    update = made;
  });
  const text = entityMap(copy, 'actions', action)?.get('description');
  if (text instanceof Y.Text) text.insert(0, 'Signé d’un autre. ');
  return updateOf(update && { update });
}

function updateOf(made: { readonly update: Uint8Array } | undefined): Uint8Array {
  if (!made) throw new Error('nothing was written');
  return made.update;
}
