/** What of an update only makes sense together, and an order in which each stands on what came before. */
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/doc.ts';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
/** Structs of one client that follow one another and only make sense together. */
export type Whole = readonly Struct[];
/** By client: the clock from which on an update holds what that client wrote. */
export type Starts = ReadonlyMap<number, number>;

export function startsOf(structs: readonly Struct[]): Starts {
  const starts = new Map<number, number>();
  for (const { id } of structs) if (!starts.has(id.client)) starts.set(id.client, id.clock);
  return starts;
}

/**
 * @param structs by client, each client's in the order of its clock
 * @param isOneAct one transaction wrote all of them
 * @returns all of them, whole by whole, each after what it stands on; undefined where two need one another
 */
export function inOrder(
  doc: BoardDoc,
  structs: readonly Struct[],
  starts: Starts,
  isOneAct: boolean,
): readonly Whole[] | undefined {
  const queues = [...starts].map(([client, start]) => ({
    client,
    wholes: wholes(
      doc,
      structs.filter(({ id }) => id.client === client),
      start,
      isOneAct,
    ),
    next: 0,
  }));
  const done = new Map(starts);
  const isReady = (client: number, whole: Whole) => {
    const end = endOf(whole);
    return whole.every((struct) =>
      needs(struct).every(({ client: other, clock }) => {
        const there = other === client ? end : done.get(other);
        return there === undefined || clock < there;
      }),
    );
  };
  const ordered: Whole[] = [];
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const queue of queues)
      for (let whole = queue.wholes[queue.next]; whole; whole = queue.wholes[queue.next]) {
        if (!isReady(queue.client, whole)) break;
        ordered.push(whole);
        done.set(queue.client, endOf(whole));
        queue.next += 1;
        isMoving = true;
      }
  }
  return queues.every(({ wholes: all, next }) => next === all.length) ? ordered : undefined;
}

const endOf = (whole: Whole): number => {
  const last = whole.at(-1);
  return last ? last.id.clock + last.length : 0;
};

/** What must be there before it. */
function needs(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(
    (id) => id !== null,
  );
}

/**
 * An entity goes with all that it was created with: in one act that is everything up to the last
 * thing written in it; in the work of an hour, what was written without a break. What is collected
 * since has no place any more, and breaks nothing.
 */
function wholes(
  doc: BoardDoc,
  structs: readonly Struct[],
  start: number,
  isOneAct: boolean,
): readonly Whole[] {
  const births = structs.map((struct) => birthOf(doc, struct, start));
  const ends = new Map(isOneAct ? births.map((birth, index) => [birth, index]) : []);
  const groups: Struct[][] = [];
  let [end, born] = [-1, -1];
  for (const [index, struct] of structs.entries()) {
    const birth = births[index] ?? -1;
    const isMore = birth === born || (!isOneAct && itemAt(doc, struct.id) === null);
    if (groups.length === 0 || !(index <= end || isMore)) {
      groups.push([]);
      born = birth;
    }
    groups.at(-1)?.push(struct);
    end = Math.max(end, ends.get(birth) ?? index);
  }
  return groups;
}

/** Clock of the outermost thing, created since `start`, that a struct is or stands in. */
function birthOf(doc: BoardDoc, { id }: Struct, start: number): number {
  let birth = id.clock;
  for (let item = itemAt(doc, id); item; item = holderOf(item))
    if (item.id.client === id.client && item.id.clock >= start) birth = item.id.clock;
  // What was merged with its neighbour begins before it; it is created by itself all the same.
  return Math.min(birth, id.clock);
}

export function itemAt(doc: BoardDoc, id: Y.ID): Y.Item | null {
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.Item ? struct : null;
}

const holderOf = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null;
