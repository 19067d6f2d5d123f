/** What this person may change under the rules of the step, and why not when not. Any of them may allow it. */
import type * as Y from 'yjs';
import { entityMap } from '../../../../shared/board/doc.ts';
import type { ChangeKind } from '../../../../shared/board/fields.ts';
import type { RefusalReason } from '../../../../shared/protocol/messages.ts';
import { isOwn } from '../../../../shared/session/own.ts';
import { allows } from '../../../../shared/session/permissions.ts';
import { FREE_RULES, type StepRules } from '../../../../shared/session/rules.ts';
import type { PersonRow } from '../../../store/store.ts';
import type { Owner } from './places.ts';

/** Null: nothing against it. */
export type Verdict = RefusalReason | null;
export type Writer = Pick<PersonRow, 'id' | 'role' | 'directionId' | 'actorId'>;
export type Permit = (change: ChangeKind, owner: Owner) => Verdict;

/**
 * What adding an action covers of it: whoever may add one decides what it says and where it stands
 * as long as nobody else has seen it. Merging is no part of that, since it changes another action.
 */
const coveredByAdding: readonly ChangeKind[] = ['edit', 'move', 'discard', 'origin'];

export function createPermit(doc: Y.Doc, writer: Writer, rules: readonly StepRules[]): Permit {
  const own = new Map<string, boolean>();
  const isOfWriter = ({ root, id, born }: Owner): boolean => {
    if (born) return true;
    if (root !== 'actions' && root !== 'comments') return false;
    const known = own.get(id) ?? isOwn(authorIn(entityMap(doc, root, id)), writer);
    own.set(id, known);
    return known;
  };

  return (change, owner) => {
    if (owner.root === 'comments' && writer.role !== 'facilitator' && !isOfWriter(owner))
      return 'authorship';
    const kind =
      owner.root === 'actions' && owner.born && coveredByAdding.includes(change) ? 'add' : change;
    if (rules.some((one) => allows(writer.role, one, kind, isOfWriter(owner)))) return null;
    if (writer.role === 'observer') return 'role';
    if (kind === 'frame') return 'frame-locked';
    return allows(writer.role, FREE_RULES, kind, true) ? 'step' : 'role';
  };
}

/** As the document says it, where anything may stand in the place of an author. */
const authorIn = (entity: Y.Map<unknown> | undefined) => ({
  authorId: entity?.get('authorId'),
  authorDirectionId: entity?.get('authorDirectionId'),
  authorActorId: entity?.get('authorActorId'),
});
