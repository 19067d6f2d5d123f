/**
 * Which epoch of its board a document is of, and which schema. The server tells the epoch first; both
 * are noted beside the copy on this device. The epoch is offered with each socket, so that a server of
 * another one asks for nothing. A board whose file was replaced by hand keeps its epoch: then what
 * this page holds betrays it.
 */
import * as Y from 'yjs';
import { schemaVersionOf } from '../../shared/board/board-migrations.ts';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../shared/board/schema-version.ts';

export interface HeldEpoch {
  /** What was noted beside the copy, which is in the document now. */
  readonly resume: (notes: ReadonlyMap<string, unknown>) => void;
  /**
   * Whether the copy is of an older program. The document says its version too; where a damaged copy
   * has lost one of both, the other is believed. Programs of version 1 noted none.
   */
  readonly isOfOlderSchema: () => boolean;
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

const [EPOCH, SCHEMA] = ['epoch', 'schema'] as const;

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
  let schema = 0;
  const isOwn = (client: number) => client === doc.clientID || own().has(client);
  return {
    resume: (notes) => {
      epoch = String(notes.get(EPOCH) ?? '');
      schema = Number(notes.get(SCHEMA) ?? 0);
    },
    isOfOlderSchema: () =>
      doc.store.clients.size > 0 && Math.max(schema, schemaVersionOf(doc)) < SCHEMA_VERSION,
    told: (told) => {
      if (told !== epoch) {
        note(SCHEMA, SCHEMA_VERSION);
        note(EPOCH, told);
      }
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
