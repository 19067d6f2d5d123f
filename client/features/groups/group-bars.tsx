/** How many sheets of each group are complete, as bars at the foot of the dealing view. */
import { useMemo } from 'react';
import { progressIn } from '../../../shared/session/groups/progress.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useBoard } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { GroupBar } from '../../ui/group-bar.tsx';
import type { Column } from './columns.ts';

export function GroupBars({ columns }: { readonly columns: readonly Column[] }) {
  const t = useWords(groupsWords);
  const board = useBoard((now) => now);
  const progress = useMemo(() => progressIn(board), [board]);
  const shown = columns.filter(({ kind, ids }) => kind !== 'person' && ids.length > 0);
  if (shown.length === 0) return null;
  return (
    <footer className="deal-foot">
      <p>{t.deal.progress}</p>
      <ul className="deal-bars">
        {shown.map(({ id, label, badge, short }) => {
          const { complete = 0, ids = [] } = progress.get(id) ?? {};
          return (
            <li key={id} data-hue={badge?.hue}>
              <b aria-hidden="true" translate="no">
                {badge?.letter ?? short}
              </b>
              <GroupBar
                share={ids.length === 0 ? 0 : complete / ids.length}
                label={`${label} : ${t.progress(complete, ids.length)}`}
              />
            </li>
          );
        })}
      </ul>
    </footer>
  );
}
