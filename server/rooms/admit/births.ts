/**
 * Entities and parts an update creates: each must be whole and say truly who made it, since neither
 * can be mended afterwards. Texts, sets and lists are created with their entity and die with it.
 */
import type * as Y from 'yjs';
import type { PriorityId } from '../../../shared/ids.ts';
import type { Verdict, Writer } from './permit.ts';
import type { Fields } from './places.ts';

export interface Births {
  readonly add: (born: Fields) => void;
  /** Notes that a field of something being born is written; false when it was already. */
  readonly write: (born: Fields, key: string, value: unknown) => boolean;
  /** What all births of the update lack, once all of it was read. */
  readonly verdict: () => Verdict;
}

/** Fields of an entity that name its author, and what they must say. Absent when the person has none. */
const AUTHOR: Readonly<Record<string, (writer: Writer) => string | null>> = {
  authorId: ({ id }) => id,
  authorDirectionId: ({ directionId }) => directionId,
  authorActorId: ({ actorId }) => actorId,
};

export function createBirths(doc: Y.Doc, writer: Writer): Births {
  const births = new Map<Fields, Map<string, unknown>>();

  const isWhole = ({ fields, owner }: Fields, written: ReadonlyMap<string, unknown>): boolean =>
    Object.entries(fields).every(([key, { kind }]) => kind === 'plain' || written.has(key)) &&
    (owner.root !== 'actions' || !('priorityId' in fields) || hasPlace(written));
  /** The priority may be gone by now, removed while its author was offline; it must have been. */
  const hasPlace = (written: ReadonlyMap<string, unknown>): boolean => {
    const priorityId = written.get('priorityId') as PriorityId | undefined;
    return written.has('rank') && priorityId !== undefined && wasPriority(priorityId);
  };
  const wasPriority = (id: PriorityId): boolean =>
    doc.getMap('priorities')._map.has(id) ||
    [...births.keys()].some(({ owner }) => owner.root === 'priorities' && owner.id === id);
  const isSigned = ({ fields }: Fields, written: ReadonlyMap<string, unknown>): boolean =>
    Object.entries(AUTHOR).every(
      ([key, expected]) =>
        !Object.hasOwn(fields, key) || (written.get(key) ?? null) === expected(writer),
    );

  return {
    add: (born) => void births.set(born, new Map()),
    write: (born, key, value) => {
      const written = births.get(born);
      if (!written || written.has(key)) return false;
      written.set(key, value);
      return true;
    },
    verdict: () => {
      for (const [born, written] of births) {
        if (!isSigned(born, written)) return 'authorship';
        if (!isWhole(born, written)) return 'schema';
      }
      return null;
    },
  };
}
