/**
 * What applying an update would cost. Where two people wrote behind the same character, Yjs walks
 * over what the other wrote there, once for each struct: honest updates walk over a few, but 24 kB
 * made for it would hold every board, and every page, for seconds.
 *
 * An author writes between two neighbours of their own view. Only behind a character that others
 * knew too can others have written meanwhile; beside anything but a neighbour, the worst is counted.
 */
import * as Y from 'yjs';
import type { Verdict } from './permit.ts';
import type { Container, Slot } from './places.ts';

export type Effort = ReturnType<typeof createEffort>;

/** Steps of some 70 ns each. */
const maxSteps = 300_000;

/** What follows something in the author's view. */
interface Gap {
  /** Id of what follows; {@link END} at the end of a list. */
  readonly right: string;
  /** How many items of others are in between. */
  readonly width: number;
}
const END = 'end';

export function createEffort(doc: Y.Doc) {
  /** By container, what follows each item that the update has touched. */
  const gaps = new Map<Container, Map<string, Gap>>();
  let steps = 0;

  return {
    add: (item: Y.Item, slot: Slot) => {
      if (steps > maxSteps) return;
      const known = gaps.get(slot.container) ?? new Map<string, Gap>();
      gaps.set(slot.container, known);
      const left = item.origin ? nameOf(item.origin) : `start ${slot.key ?? ''}`;
      const right = item.rightOrigin ? nameOf(item.rightOrigin) : END;
      const gap = known.get(left);
      const isNeighbour = gap ? gap.right === right : !isBrought(doc, item.origin);
      const width = gap && isNeighbour ? gap.width : widthOf(doc, item, slot);
      steps += width + (isNeighbour ? 0 : known.size);
      known.set(left, { right: nameOf(item.id), width });
      known.set(nameOf(item.lastId), { right, width: 0 });
    },
    verdict: (): Verdict => (steps > maxSteps ? 'too-many' : null),
  };
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`;

/** Items of the document between an item's neighbours; it stops counting at `maxSteps`. */
function widthOf(doc: Y.Doc, item: Y.Item, { container, key }: Slot): number {
  const { origin, rightOrigin: right } = item;
  if (isBrought(doc, origin)) return 0; // nobody else wrote behind it yet
  const left = origin && itemAt(doc, origin);
  if (left && isWithin(left, right) && right?.clock === (origin?.clock ?? 0) + 1) return 0;
  let width = 0;
  let next = left ? left.right : firstOf(container, key);
  while (next && !isWithin(next, right) && width < maxSteps) {
    width += 1;
    next = next.right;
  }
  return width;
}

/** Whether the update being judged brings it. */
const isBrought = (doc: Y.Doc, id: Y.ID | null): boolean =>
  id !== null && id.clock >= Y.getState(doc.store, id.client);

function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | null {
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.Item ? struct : null;
}

const isWithin = ({ id, length }: Y.Item, at: Y.ID | null): boolean =>
  at !== null && at.client === id.client && at.clock >= id.clock && at.clock < id.clock + length;

/** The first item of a text, or of all that a key ever held. */
function firstOf(container: Container, key: string | null): Y.Item | null {
  if (key === null) return container.live?._start ?? null;
  let first = container.live?._map.get(key) ?? null;
  while (first?.left) first = first.left;
  return first;
}
