/** What pages lack of a board: a whole room comes with the same, so it is read once until somebody writes. */
import * as Y from 'yjs';
import type { Snapshot } from '../../store/store.ts';

/** Of Yjs' encoding. The second is smaller by a quarter, and by two thirds once it is deflated. */
type Version = 1 | 2;
interface Lack {
  readonly stateVector: Uint8Array;
  readonly bytes: Uint8Array;
}

export function createLacks({ state, answer }: Pick<Snapshot, 'state' | 'answer'>) {
  let known: Partial<Record<Version, Lack>> = {};
  let first = answer;
  return {
    /** @param doc undefined while the board is only its stored bytes */
    of: (doc: Y.Doc | undefined, stateVector: Uint8Array, version: Version): Uint8Array => {
      const before = known[version];
      if (before && isSame(before.stateVector, stateVector)) return before.bytes;
      const bytes = doc
        ? ENCODE[version](doc, stateVector)
        : storedLack(state, stateVector, version);
      known[version] = { stateVector, bytes };
      return bytes;
    },
    /** The frame that was made before; undefined when there is none for that. */
    answerTo: (stateVector: Uint8Array): Uint8Array | undefined =>
      first && hasNothing(stateVector) ? first : undefined,
    /** Somebody is about to write: what was read until now holds no more. */
    forget: (): void => {
      known = {};
      first = undefined;
    },
  };
}

const ENCODE = { 1: Y.encodeStateAsUpdate, 2: Y.encodeStateAsUpdateV2 } as const;

/** Of stored bytes, which are of the first version. */
function storedLack(state: Uint8Array, stateVector: Uint8Array, version: Version): Uint8Array {
  const missing = hasNothing(stateVector) ? state : Y.diffUpdate(state, stateVector);
  return version === 1 ? missing : Y.convertUpdateFormatV1ToV2(missing);
}

export const hasNothing = (stateVector: Uint8Array): boolean =>
  Y.decodeStateVector(stateVector).size === 0;

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
