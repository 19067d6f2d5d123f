/**
 * What is new in an update, each struct after all it refers to: the order in which it can be judged
 * and applied. A reference to nothing, to itself or round in a circle would wait in the document
 * for ever, or take effect inside somebody else's update.
 */
import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;
export type Fresh = Y.Item | Y.GC;
export type Order =
  | { readonly kind: 'ordered'; readonly fresh: readonly Fresh[]; readonly queues: Queues }
  | { readonly kind: 'gap' }
  | { readonly kind: 'malformed' };
/** What is new, by client and in the order of its clock; only clients with something new. */
export type Queues = ReadonlyMap<number, Fresh[]>;

/** Clocks end here: sums stay exact, and no client's clock can be pushed beyond what is encodable. */
const maxClock = 2 ** 32;

export function causalOrder(structs: readonly Struct[], doc: Y.Doc): Order {
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
  return inOrder(queues, doc);
}

/** The clock a client will have reached. */
export const endOf = (queues: Queues, doc: Y.Doc, client: number): number => {
  const last = queues.get(client)?.at(-1);
  return last ? last.id.clock + last.length : Y.getState(doc.store, client);
};

function inOrder(queues: Queues, doc: Y.Doc): Order {
  const reached = new Map<number, number>();
  const taken = new Map<number, number>();
  const fresh: Fresh[] = [];
  const stateOf = (client: number) => reached.get(client) ?? Y.getState(doc.store, client);
  const isReady = (struct: Fresh) =>
    references(struct).every(({ client, clock }) => clock < stateOf(client));

  for (let before = -1; before < fresh.length; ) {
    before = fresh.length;
    for (const [client, queue] of queues) {
      let next = taken.get(client) ?? 0;
      for (let struct = queue[next]; struct && isReady(struct); struct = queue[next]) {
        fresh.push(struct);
        reached.set(client, struct.id.clock + struct.length);
        next += 1;
      }
      taken.set(client, next);
    }
  }

  for (const [client, queue] of queues) {
    const stuck = queue[taken.get(client) ?? 0];
    // What no struct of this update brings is missing; anything else is a circle.
    if (stuck && references(stuck).some((id) => id.clock >= endOf(queues, doc, id.client)))
      return { kind: 'gap' };
  }
  const whole = [...queues].every(([client, queue]) => taken.get(client) === queue.length);
  return whole ? { kind: 'ordered', fresh, queues } : { kind: 'malformed' };
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
