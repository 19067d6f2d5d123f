/**
 * Entities an update creates: each must be whole and say truly who made it, since neither can be
 * mended afterwards. Texts are created with their entity and die with it.
 */
import * as Y from 'yjs';
import type { Verdict, Writer } from './permit.ts';
import type { Fields } from './places.ts';

export type Births = ReturnType<typeof createBirths>;

/** Fields of an entity that name its author, and what they must say. Absent when the person has none. */
const AUTHOR: Readonly<Record<string, (writer: Writer) => string | null>> = {
  authorId: ({ id }) => id,
  authorDirectionId: ({ directionId }) => directionId,
  authorActorId: ({ actorId }) => actorId,
};

export function createBirths(doc: Y.Doc, writer: Writer) {
  const births = new Map<Fields, Map<string, Y.Item | undefined>>();
  const stillborn = new Set<string>();

  const isWhole = ({ fields, owner }: Fields, written: Written): boolean =>
    Object.entries(fields).every(([key, { kind }]) => kind !== 'text' || written.has(key)) &&
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
    add: (born: Fields) => void births.set(born, new Map()),
    /** A priority was added and removed again before anybody else saw it. */
    addStillborn: (priorityId: string) => void stillborn.add(priorityId),
    /** Notes a field of something being born; false when it was written already. */
    write: (born: Fields, key: string, item: Y.Item) => {
      const written = births.get(born);
      const isFirst = written?.has(key) === false;
      written?.set(key, item);
      return isFirst;
    },
    /** The same update deletes what it wrote there. */
    erase: (born: Fields, key: string, item: Y.Item) => {
      const written = births.get(born);
      if (written?.get(key) === item) written.set(key, undefined);
    },
    /** What all births of the update lack, once all of it was read. */
    verdict: (): Verdict => {
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
