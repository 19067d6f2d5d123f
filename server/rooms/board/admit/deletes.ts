/**
 * What an update deletes, judged by what it deletes: the value a person replaces, a word, a part.
 * A client's answer repeats all it ever knew deleted; what is deleted here already says nothing.
 */
import * as Y from 'yjs';
import { fieldAt } from '../../../../shared/board/fields.ts';
import { ENTITY_ROOTS } from '../../../../shared/board/schema.ts';
import { endOf, type Fresh, type Queues } from '../../../work/causal-order.ts';
import type { DeletedRange } from './decode.ts';
import type { Verdict } from './permit.ts';
import { type Fields, type Slot, VOID } from './places.ts';
import type { Judgement } from './writes.ts';

export interface Deletions {
  readonly verdict: Verdict | 'gap';
  /** Whether something that was there will be gone. */
  readonly effect: boolean;
}

// One pass over the ranges, with what it gathers on its way.
export function judgeDeletes(
  ranges: readonly DeletedRange[],
  doc: Y.Doc,
  queues: Queues,
  { places, permit, births, tally }: Judgement,
): Deletions {
  const gone = new Set<unknown>();
  const bereft: { readonly of: Fields; readonly verdict: Verdict }[] = [];
  let effect = false;

  for (const range of ranges) {
    if (range.clock + range.length > endOf(queues, doc, range.client))
      return { verdict: 'gap', effect };
    for (const [item, length] of overlapping(doc.store.clients.get(range.client), range, 0)) {
      if (item.deleted) continue;
      effect = true;
      const verdict = judge(item, length);
      if (verdict) return { verdict, effect };
    }
    const known = Y.getState(doc.store, range.client);
    for (const [item, length] of overlapping(queues.get(range.client), range, known)) {
      const verdict = item.content instanceof Y.ContentDeleted ? null : judge(item, length);
      if (verdict) return { verdict, effect };
    }
  }
  // What is born with an entity or a part goes with it, and never before.
  const left = bereft.find(({ of }) => !gone.has(of) && of.live?._item?.deleted !== true);
  return { verdict: left?.verdict ?? null, effect };

  function judge(item: Y.Item, length: number): Verdict {
    const slot = places.at(item.id);
    if (slot === VOID) return null;
    if (!slot) return 'schema';
    if (item.content instanceof Y.ContentType) gone.add(places.ofType(item.content.type));
    return judgeAt(slot, item, length);
  }

  function judgeAt({ container, key }: Slot, item: Y.Item, length: number): Verdict {
    switch (container.holds) {
      case 'characters':
        tally.characters(container, -length);
        return permit(container.field.change, container.owner);
      case 'entities': {
        const { root } = container;
        if (root === 'actions') return 'schema'; // set aside or merged, never destroyed
        tally.emptied(container, String(key), item);
        return permit(ENTITY_ROOTS[root].add, { root, id: String(key), born: false });
      }
      case 'fields': {
        const at = fieldAt(container.fields, String(key));
        const field = at?.field;
        if (field && at.id !== undefined) {
          tally.emptied(container, String(key), item);
          return permit(field.change, container.owner);
        }
        const isOrigin = field?.change === 'origin';
        if (field?.kind === 'plain' && !isOrigin) {
          births.erase(container, String(key), item);
          return permit(field.change, container.owner);
        }
        bereft.push({ of: container, verdict: isOrigin ? 'authorship' : 'schema' });
        return null;
      }
    }
  }
}

/** Items among structs, ascending by clock, that a range touches from `from` on, and how much of each. */
function* overlapping(
  structs: Fresh[] | undefined,
  { clock, length }: DeletedRange,
  from: number,
): Iterable<readonly [Y.Item, number]> {
  const [first, last] = [structs?.[0], structs?.at(-1)];
  if (!structs || !first || !last) return;
  const start = Math.max(clock, from, first.id.clock);
  const end = Math.min(clock + length, last.id.clock + last.length);
  if (start >= end) return;
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= end) return;
    const overlap =
      Math.min(end, struct.id.clock + struct.length) - Math.max(start, struct.id.clock);
    if (struct instanceof Y.Item) yield [struct, overlap];
  }
}
