/** The wall seen from above: empty columns are the alert, then what sheets lack, then what waits. */
import { TriangleAlert } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { hueOf } from '../../../shared/board/labels.ts';
import type { Action } from '../../../shared/board/schema.ts';
import { missingOf } from '../../../shared/synthesis/missing.ts';
import { actionsOnShow } from '../../../shared/synthesis/on-show.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useBoard, useNumber, usePriorities, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { useCockpit } from './acts.ts';
import { Section } from './section.tsx';
import './lists.css';

const WATCHED = ['leadDirection', 'deadline', 'indicator'] as const;

export function WallSection() {
  const { wall: t } = useWords(cockpitWords);
  // Counted after what people are doing: sixty writing at once must not slow one button.
  const board = useDeferredValue(useBoard((now) => now));
  const { fields } = useMemo(() => missingOf(board), [board]);
  const parked = useMemo(
    () => actionsOnShow(board).filter(({ status }) => status === 'discuss'),
    [board],
  );
  return (
    <Section part="wall" title={t.title} figure={t.count(board.numbers.size)}>
      <Columns />
      {WATCHED.map((field) => (
        <Actions
          key={field}
          title={t.lacks[field]}
          actions={fields.find((one) => one.field === field)?.actions ?? []}
        />
      ))}
      <Actions title={t.parked} actions={parked} />
    </Section>
  );
}

function Columns() {
  const { wall: t } = useWords(cockpitWords);
  const priorities = usePriorities();
  const columns = useBoard((board) => board.columns);
  const hidden = useSession((session) => session?.drafts.counts);
  const unplaced = useBoard((board) => board.unplaced.length);
  return (
    <ul className="cockpit-list" aria-label={t.columns}>
      {priorities.map(({ id, title }, index) => {
        const count = columns.get(id)?.length ?? 0;
        const drafts = hidden?.[id] ?? 0;
        const isEmpty = count + drafts === 0;
        return (
          <li
            key={id}
            className="cockpit-line"
            data-hue={hueOf(index)}
            data-empty={isEmpty ? '' : undefined}
          >
            <span className="cockpit-number">{index + 1}</span>
            <span className="cockpit-line-words" translate="no">
              {title}
            </span>
            {isEmpty && (
              <span className="cockpit-alert">
                <TriangleAlert /> {t.empty}
              </span>
            )}
            {!isEmpty && <b className="cockpit-figure">{count}</b>}
            {drafts > 0 && <span className="cockpit-note">{t.hidden(drafts)}</span>}
          </li>
        );
      })}
      {unplaced > 0 && (
        <li className="cockpit-line">
          <span className="cockpit-line-words">{t.unplaced}</span>
          <b className="cockpit-figure">{unplaced}</b>
        </li>
      )}
    </ul>
  );
}

interface ActionsProps {
  readonly title: string;
  readonly actions: readonly Action[];
}

function Actions({ title, actions }: ActionsProps) {
  const { wall: t } = useWords(cockpitWords);
  return (
    <details className="cockpit-fold">
      <summary>
        {title} <b className="cockpit-figure">{actions.length}</b>
      </summary>
      {actions.length === 0 ? (
        <p className="cockpit-note">{t.none}</p>
      ) : (
        <ul className="cockpit-list">
          {actions.map((action) => (
            <OneAction key={action.id} action={action} />
          ))}
        </ul>
      )}
    </details>
  );
}

function OneAction({ action: { id, title } }: { readonly action: Action }) {
  const { onOpenAction } = useCockpit();
  const number = useNumber(id);
  return (
    <li>
      <button
        type="button"
        className="cockpit-action"
        translate="no"
        onClick={() => onOpenAction(id)}
      >
        <b>{number}</b> {title}
      </button>
    </li>
  );
}
