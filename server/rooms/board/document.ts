/**
 * The document of one open board. Until somebody writes it is only its stored bytes: they answer a
 * first sync without a `Y.Doc`, which for a large board takes longer to build than all the rest.
 */
import * as Y from 'yjs';
import { createDoc, entitiesOf, infoMap } from '../../../shared/board/doc.ts';
import { ENTITY_ROOTS, type EntityRoot } from '../../../shared/board/schema.ts';
import type { Snapshot } from '../../store/store.ts';
import { createLacks, hasNothing } from './lacks.ts';

export type BoardDocument = ReturnType<typeof openDocument>;

/** One update, the client id it was written under, which is nobody's, and the clock that one reached. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly client: number;
  readonly end: number;
}

/** Bytes stored in the first version that are not read again to be written in the second: 30 ms. */
const convertedBytes = 1_000_000;
/** Milliseconds between two parts, for everybody else. */
const betweenPartsMs = 5;

// Three ways to hold one document, stored, begun and built: each function minds all three.
export function openDocument(snapshot: Pick<Snapshot, 'state' | 'stateVector' | 'answer'>) {
  let doc: Y.Doc | undefined;
  let begun: { readonly doc: Y.Doc; readonly rest: Uint8Array[] } | undefined;
  let closed = false;
  let stored: ReadonlyMap<number, number> | undefined;
  const storedClients = () => {
    stored ??= Y.decodeStateVector(snapshot.stateVector);
    return stored;
  };
  const lacks = createLacks(snapshot);
  const live = () => {
    while (begun) buildOn();
    doc ??= build(snapshot.state);
    return doc;
  };
  const buildOn = () => {
    const part = begun?.rest.shift();
    try {
      if (begun && part) return Y.applyUpdate(begun.doc, part);
      if (begun && isWhole(begun.doc, storedClients())) doc = begun.doc;
    } catch {
      // Not worth anybody's board: as if it had not been begun.
    }
    begun = undefined;
  };
  const buildSlowly = () => {
    if (closed || !begun) return;
    buildOn();
    setTimeout(buildSlowly, betweenPartsMs);
  };

  return {
    stateVector: () => (doc ? Y.encodeStateVector(doc) : snapshot.stateVector),
    /**
     * What somebody who has that state vector lacks, the very same bytes until somebody writes.
     * Throws on bytes that are none.
     */
    missingFor: (stateVector: Uint8Array) =>
      !doc && hasNothing(stateVector) ? snapshot.state : lacks.of(doc, stateVector, 1),
    /** The whole frame for it, made before and the very same for all; undefined when there is none. */
    answerTo: lacks.answerTo,
    /** The same in the second version; undefined when it would hold up everybody else to write it. */
    missingInV2: (stateVector: Uint8Array) =>
      doc || snapshot.state.length <= convertedBytes ? lacks.of(doc, stateVector, 2) : undefined,
    /** Whether asking for the live document costs nothing. */
    isBuilt: () => doc !== undefined,
    /** Whether nobody needs it any more. */
    isDestroyed: () => closed,
    /** Whether something stands there under a client id, or once did. */
    holds: (client: number) =>
      doc ? Y.getState(doc.store, client) > 0 : storedClients().has(client),
    /** The live document, built when first asked for. Written by `apply` and `write` alone. */
    live,
    /**
     * Builds it before it is asked for, a moment at a time; whoever asks earlier waits for the rest.
     * @param parts of the snapshot, see `parts.ts`; when they come to something else they are not used
     */
    buildFrom: (parts: readonly Uint8Array[]) => {
      if (doc || closed) return;
      begun = { doc: emptyBoard(), rest: [...parts] };
      buildSlowly();
    },
    /**
     * Applies an admitted update.
     * @throws Error when it does not take effect whole at once: the judge was wrong, and this document
     *   is not to be trusted any more
     */
    apply: (update: Uint8Array) => {
      const target = live();
      lacks.forget();
      Y.applyUpdate(target, update);
      if (target.store.pendingStructs || target.store.pendingDs)
        throw new Error('an admitted update waits for another');
    },
    /** Runs a command of the server's own. @returns what it wrote; undefined when it changed nothing */
    write: (command: (doc: Y.Doc) => void) => {
      const target = live();
      let bytes: Uint8Array | undefined;
      const keep = (update: Uint8Array) => {
        bytes = update;
      };
      lacks.forget();
      target.on('update', keep);
      target.transact(() => command(target)); // one transaction, so one update
      target.off('update', keep);
      const { clientID: client, store } = target;
      return bytes && { bytes, client, end: Y.getState(store, client) };
    },
    destroy: () => {
      closed = true;
      doc?.destroy();
    },
  };
}

const isWhole = ({ store }: Y.Doc, wanted: ReadonlyMap<number, number>): boolean => {
  const waits = store.pendingStructs !== null || store.pendingDs !== null;
  return !waits && [...wanted].every(([client, clock]) => Y.getState(store, client) === clock);
};

function emptyBoard(): Y.Doc {
  const doc = createDoc();
  infoMap(doc);
  for (const root of Object.keys(ENTITY_ROOTS)) entitiesOf(doc, root as EntityRoot);
  return doc;
}

function build(state: Uint8Array): Y.Doc {
  const doc = emptyBoard();
  Y.applyUpdate(doc, state);
  return doc;
}
