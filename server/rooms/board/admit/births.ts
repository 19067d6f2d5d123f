/**
 * Entities and parts an update creates: each must be whole and say truly who made it, since neither
 * can be mended afterwards. Texts, sets and lists are created with their entity and die with it.
 */
import * as Y from 'yjs';
import type { Verdict, Writer } from './permit.ts';
import type { Fields } from './places.ts';

export interface Births {
  readonly add: (born: Fields) => void;
  /** A priority was added and removed again before anybody else saw it. */
  readonly addStillborn: (priorityId: string) => void;
  /** Notes a field of something being born; false when it was written already. */
  readonly write: (born: Fields, key: string, item: Y.Item) => boolean;
  /** The same update deletes what it wrote there. */
  readonly erase: (born: Fields, key: string, item: Y.Item) => void;
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
  const births = new Map<Fields, Map<string, Y.Item | undefined>>();
  const stillborn = new Set<string>();

  const isWhole = ({ fields, owner }: Fields, written: Written): boolean =>
    Object.entries(fields).every(([key, { kind }]) => kind === 'plain' || written.has(key)) &&
    (owner.root !== 'actions' || !('priorityId' in fields) || hasPlace(written));
  /** The priority may be gone by now, removed while its author was offline; it must have been. */
  const hasPlace = (written: Written): boolean => {
    const priorityId = writtenValue(written, 'priorityId');
    return writtenValue(written, 'rank') !== undefined && wasPriority(priorityId);
  };
  const wasPriority = (id: unknown): boolean =>
    typeof id === 'string' && (isOnBoard(id) || stillborn.has(id) || isBorn(id));
  const isOnBoard = (id: string): boolean => doc.getMap('priorities')._map.has(id);
  const isBorn = (id: string): boolean =>
    [...births.keys()].some(({ owner }) => owner.root === 'priorities' && owner.id === id);
  const isSigned = ({ fields }: Fields, written: Written): boolean =>
    Object.entries(AUTHOR).every(
      ([key, expected]) =>
        !Object.hasOwn(fields, key) || (writtenValue(written, key) ?? null) === expected(writer),
    );

  return {
    add: (born) => void births.set(born, new Map()),
    addStillborn: (priorityId) => void stillborn.add(priorityId),
    write: (born, key, item) => {
      const written = births.get(born);
      const isFirst = written?.has(key) === false;
      written?.set(key, item);
      return isFirst;
    },
    erase: (born, key, item) => {
      const written = births.get(born);
      if (written?.get(key) === item) written.set(key, undefined);
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

type Written = ReadonlyMap<string, Y.Item | undefined>;

const writtenValue = (written: Written, key: string): unknown => {
  const content = written.get(key)?.content;
  return content instanceof Y.ContentAny ? content.arr.at(-1) : undefined;
};
