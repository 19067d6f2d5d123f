/** While groups work apart: how far the sheets of each are, and whose hand is up. */
import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { hueOfGroup } from '../../../shared/session/groups/group.ts';
import { progressIn, type SheetProgress } from '../../../shared/session/groups/progress.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { membersOf, useGroupName } from '../../state/groups.ts';
import { usePeople } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { type Area, type Cell, gridFor, pagesOf } from './paging.ts';
import './projector.css';
import './group-pages.css';

/** In ems of the wall's text, as the style sheet has them. */
const cell: Cell = { width: 18, height: 10.4, gap: 0.8, maxColumns: 3 };
/** So many of what is missing fit two lines. */
const mostLacks = 3;

export function groupPages(
  board: Board,
  area: Area,
  groups: readonly GroupView[],
): readonly ReactNode[] {
  const { columns, rows } = gridFor(area, cell);
  const progress = progressIn(board);
  return pagesOf(groups, columns * rows).map((shown) => {
    const across = Math.min(columns, Math.ceil(Math.sqrt(shown.length)));
    return (
      <ul
        key={shown[0]?.id}
        className="projector-groups"
        style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}
      >
        {shown.map((group) => (
          <OneGroup key={group.id} group={group} progress={progress.get(group.id)} />
        ))}
      </ul>
    );
  });
}

interface OneGroupProps {
  readonly group: GroupView;
  readonly progress: SheetProgress | undefined;
}

function OneGroup({ group, progress }: OneGroupProps) {
  const t = useWords(groupsWords);
  const name = useGroupName()(group);
  const participants = usePeople().filter(({ role }) => role === 'participant');
  const { members, heads } = membersOf(participants, group);
  const { ids = [], complete = 0, filled = 0, expected = 0, lacks = [] } = progress ?? {};
  const lacking = lacks
    .slice(0, mostLacks)
    .map(({ field, count }) => t.fieldCount(t.field[field], count));
  return (
    <li
      className="projector-group"
      data-hue={hueOfGroup(group)}
      data-hand={group.hand === null ? undefined : ''}
    >
      <div className="projector-group-head">
        <span className="projector-group-letter" translate="no">
          {group.letter}
        </span>
        <div>
          <h2 className="projector-group-name" translate="no">
            {name}
          </h2>
          <p className="projector-quiet">
            {heads === 0 ? t.nobody : t.size(heads, members.length)}
          </p>
        </div>
        {group.hand !== null && (
          <span className="projector-group-hand">
            <Hand aria-hidden="true" />
            <span className="visually-hidden" translate="no">
              {t.handOf(name)}
            </span>
          </span>
        )}
      </div>
      <div className="projector-group-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * filled) / Math.max(1, expected)}%` }} />
      </div>
      <p className="projector-group-count">{t.progress(complete, ids.length)}</p>
      <p className="projector-group-lacks">{lacking.length > 0 && t.lacking(lacking)}</p>
    </li>
  );
}
