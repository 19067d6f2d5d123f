/**
 * What is new in an update, each struct after all it refers to: the order in which it can be judged
 * and applied. A reference to nothing, to itself or round in a circle would wait in the document
 * for ever, or take effect inside somebody else's update.
 */
import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;
export type Fresh = Y.Item | Y.GC;
export type Sorted =
  | { readonly kind: 'sorted'; readonly queues: Queues }
  | { readonly kind: 'gap' }
  | { readonly kind: 'malformed' };
export type Order =
  | { readonly kind: 'ordered'; readonly fresh: readonly Fresh[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'malformed' };
/** What is new, by client and in the order of its clock; only clients with something new. */
export type Queues = ReadonlyMap<number, Fresh[]>;

/** Clocks end here: sums stay exact, and no client's clock can be pushed beyond what is encodable. */
const maxClock = 2 ** 32;

/** Tells what is new from what is known, in whatever order it came. */
export function sortFresh(structs: readonly Struct[], doc: Y.Doc): Sorted {
  const queues = new Map<number, Fresh[]>();
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    // A page that misses something says so in what it repeats. Whatever is new behind the hole is a gap.
    if (struct instanceof Y.Skip) continue;
    if (struct.length < 1 || end > maxClock) return { kind: 'malformed' };
    const known = Y.getState(doc.store, client);
    if (end <= known) {
      if (!isHarmless(struct, doc)) return { kind: 'malformed' };
      continue;
    }
    if (clock > (ends.get(client) ?? known)) return { kind: 'gap' };
    ends.set(client, end);
    const queue = queues.get(client);
    if (queue) queue.push(struct);
    else queues.set(client, [struct]);
  }
  return { kind: 'sorted', queues };
}

/** The clock a client will have reached. */
export const endOf = (queues: Queues, doc: Y.Doc, client: number): number => {
  const last = queues.get(client)?.at(-1);
  return last ? last.id.clock + last.length : Y.getState(doc.store, client);
};

/** The struct of a client's queue that has that clock. */
export function freshAt(queue: readonly Fresh[], clock: number): Fresh | undefined {
  let [low, high] = [0, queue.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = queue[middle];
    if (!struct || clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

/**
 * A struct that must wait is looked at again when what it waits for was taken, and never else: made
 * of thousands of clients that each wait for the next, an update would hold every board.
 */
export function inOrder(queues: Queues, doc: Y.Doc): Order {
  const reached = new Map<number, number>();
  const fresh: Fresh[] = [];
  /** Clients whose next struct waits, by the struct it waits for. */
  const waiting = new Map<Fresh, number[]>();
  const next = new Map([...queues.keys()].map((client) => [client, 0]));
  const ready = [...queues.keys()];
  const isMissing = ({ client, clock }: Y.ID) =>
    clock >= (reached.get(client) ?? Y.getState(doc.store, client));
  const bringer = ({ client, clock }: Y.ID) => freshAt(queues.get(client) ?? [], clock);
  const take = (struct: Fresh, at: number) => {
    const { client, clock } = struct.id;
    fresh.push(struct);
    reached.set(client, clock + struct.length);
    next.set(client, at + 1);
    for (const woken of waiting.get(struct) ?? []) ready.push(woken);
    waiting.delete(struct);
  };

  // Whoever is woken meanwhile is added at the end of what is gone through.
  for (const client of ready) {
    const queue = queues.get(client) ?? [];
    for (let at = next.get(client) ?? 0; at < queue.length; at++) {
      const struct = queue[at];
      if (!struct) break;
      const missing = references(struct).filter(isMissing);
      const brought = missing.map(bringer).filter((each) => each !== undefined);
      if (brought.length < missing.length) return { kind: 'gap' };
      const [first] = brought;
      if (first) {
        const others = waiting.get(first);
        if (others) others.push(client);
        else waiting.set(first, [client]);
        break;
      }
      take(struct, at);
    }
  }
  const count = [...queues.values()].reduce((sum, { length }) => sum + length, 0);
  // Nothing is missing, so whatever still waits does so in a circle.
  return fresh.length === count ? { kind: 'ordered', fresh } : { kind: 'malformed' };
}

/**
 * Yjs ignores what it knows, but only after it looked up what that refers to: it throws on what is
 * not there, and cuts texts there in two. A cut within a pair of surrogates would destroy the character.
 */
function isHarmless(struct: Fresh, doc: Y.Doc): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const { origin, rightOrigin } = struct;
  return (
    references(struct).every(({ client, clock }) => clock < Y.getState(doc.store, client)) &&
    !(origin && cutsPair(doc, origin.client, origin.clock + 1)) &&
    !(rightOrigin && cutsPair(doc, rightOrigin.client, rightOrigin.clock))
  );
}

function cutsPair(doc: Y.Doc, client: number, clock: number): boolean {
  if (clock >= Y.getState(doc.store, client)) return false;
  const item = Y.getItem(doc.store, new Y.ID(client, clock));
  if (!(item instanceof Y.Item && item.content instanceof Y.ContentString)) return false;
  const second = item.content.str.charCodeAt(clock - item.id.clock);
  return clock > item.id.clock && second >= 0xdc00 && second <= 0xdfff;
}

function references(struct: Fresh): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent].filter((id) => id instanceof Y.ID);
}
