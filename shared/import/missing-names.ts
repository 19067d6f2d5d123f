/** Names that lines refer to and nothing in the workshop has: to be added before the lines. */
import type { Board } from '../board/board.ts';
import { ENTITY_ROOTS } from '../board/schema.ts';
import { singleLine } from '../board/text.ts';
import { count, type Faults } from '../file/fault.ts';
import { foldLabel } from '../vocabulary/term.ts';
import type { NamedRoot } from './names.ts';
import { NONE_MISSING, type Plan, sizeOf } from './planned.ts';
import { withoutNumber } from './sections.ts';

/** A name that a line refers to and nothing has. */
export interface Lacking {
  readonly root: NamedRoot;
  readonly name: string;
}

/** Each name once, as it is first written; those that a workshop has no room for are told. */
export function missingNames(
  lacking: readonly Lacking[],
  board: Board,
  faults: Faults,
): Plan['missing'] {
  const found = new Map<NamedRoot, Map<string, string>>();
  for (const { root, name } of lacking) {
    const names = found.get(root) ?? new Map<string, string>();
    found.set(root, names);
    // A workshop numbers its priorities by itself.
    const bare = root === 'priorities' ? withoutNumber(singleLine(name)) : singleLine(name);
    const key = foldLabel(bare);
    if (!names.has(key)) names.set(key, bare);
  }
  const missing: { [Root in NamedRoot]: readonly string[] } = { ...NONE_MISSING };
  for (const [root, names] of found) {
    const { max } = ENTITY_ROOTS[root];
    const room = Math.max(0, max - sizeOf(board, root));
    missing[root] = [...names.values()].slice(0, room);
    if (names.size <= room) continue;
    const left = root === 'priorities' ? 'leurs lignes non plus' : 'leur place reste vide';
    const problem = `un atelier a ${count(max)} ${MANY[root]} au plus ; noms de trop, non ajoutés (${left}) : ${count(names.size - room)}`;
    faults.add('too-many', 'Fichier', problem, MANY[root]);
  }
  return missing;
}

const MANY: Readonly<Record<NamedRoot, string>> = {
  priorities: 'priorités',
  directions: 'directions',
  actors: 'acteurs',
  policies: 'politiques publiques',
};
