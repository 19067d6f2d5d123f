/**
 * Which epoch of its board a document is of. The server tells it first; it is noted beside the copy
 * on this device and offered with each socket, so that a server of another one asks for nothing. A
 * board whose file was replaced by hand keeps its epoch: then what this page holds betrays it.
 */
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/doc.ts';

export interface HeldEpoch {
  /** What was noted beside the copy, which is in the document now. */
  readonly resume: (notes: ReadonlyMap<string, unknown>) => void;
  /** What the server told; noted before anything of its board is stored. */
  readonly told: (epoch: string) => void;
  /** For the next socket: undefined while the document holds nothing, empty when nothing was noted. */
  readonly offered: () => string | undefined;
  /**
   * Whether a server that has this much lacks what others wrote and this page was sent, so that its
   * board is no longer the one this document is of.
   */
  readonly isBehind: (stateVector: Uint8Array) => boolean;
}

const NOTE = 'epoch';

/**
 * @param note notes something beside the copy
 * @param own client ids that this device has written under for this person
 */
export function createHeldEpoch(
  doc: BoardDoc,
  note: (key: string, value: unknown) => void,
  own: () => ReadonlySet<number>,
): HeldEpoch {
  let epoch = '';
  const isOwn = (client: number) => client === doc.clientID || own().has(client);
  return {
    resume: (notes) => {
      epoch = String(notes.get(NOTE) ?? '');
    },
    told: (told) => {
      if (told !== epoch) note(NOTE, told);
      epoch = told;
    },
    offered: () => (doc.store.clients.size > 0 ? epoch : undefined),
    isBehind: (stateVector) => {
      // Who wrote what a copy of before epochs holds was not noted.
      if (epoch === '') return false;
      const there = Y.decodeStateVector(stateVector);
      const held = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
      return held.some(([client, clock]) => clock > (there.get(client) ?? 0) && !isOwn(client));
    },
  };
}
