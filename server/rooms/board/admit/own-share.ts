/** How many actions and comments a participant has on a board once an update is applied. */
import type * as Y from 'yjs';
import { entitiesOf, entityMap } from '../../../../shared/board/doc.ts';
import { PERSON_LIMITS } from '../../../../shared/board/person-limits.ts';
import type { EntityRoot } from '../../../../shared/board/schema.ts';
import type { Verdict, Writer } from './permit.ts';

export type OwnShare = ReturnType<typeof createOwnShare>;

const LIMITED = ['actions', 'comments'] as const satisfies readonly EntityRoot[];

export function createOwnShare(doc: Y.Doc, writer: Writer) {
  const added = new Map<EntityRoot, number>();
  const ownIn = (root: EntityRoot): number => {
    let own = 0;
    for (const id of entitiesOf(doc, root).keys())
      if (entityMap(doc, root, id)?.get('authorId') === writer.id) own += 1;
    return own;
  };
  return {
    /** The update brings one, which is signed by its writer or refused for that. */
    add: (root: EntityRoot) => void added.set(root, (added.get(root) ?? 0) + 1),
    verdict: (): Verdict => {
      if (writer.role === 'facilitator') return null;
      const isBeyond = LIMITED.some((root) => {
        const more = added.get(root) ?? 0;
        return more > 0 && ownIn(root) + more > PERSON_LIMITS[root];
      });
      return isBeyond ? 'share' : null;
    },
  };
}
