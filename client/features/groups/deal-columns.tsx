/** The columns of the dealing view. */
import { useDroppable } from '@dnd-kit/core';
import { type ReactNode, useId, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useWords } from '../../state/words.ts';
import { GroupBadge } from '../../ui/group-badge.tsx';
import type { Column } from './columns.ts';
import { DealCard, type DealCardProps } from './deal-card.tsx';
import type { Deal } from './use-deal.ts';

type Common = Pick<DealCardProps, 'columns' | 'onGive' | 'onOpen'>;

/** What dropping on it means: an id, or that nobody is asked. */
export const nobodyId = 'nobody';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
}

function Frame({ id, label, head, children }: FrameProps) {
  const { setNodeRef, isOver } = useDroppable({ id });
  const titleId = useId();
  return (
    <section
      ref={setNodeRef}
      className="deal-column"
      data-over={isOver ? '' : undefined}
      aria-labelledby={titleId}
    >
      <h3 className="deal-column-head">
        <span aria-hidden="true">{head}</span>
        <span id={titleId} className="visually-hidden" translate="no">
          {label}
        </span>
      </h3>
      {children}
    </section>
  );
}

export function DealColumn({ column, ...common }: Common & { readonly column: Column }) {
  const t = useWords(groupsWords);
  const { id, name, label, badge, short, size, ids } = column;
  return (
    <Frame
      id={id}
      label={t.deal.column(label, ids.length)}
      head={
        <>
          {badge && <GroupBadge {...badge} />}
          {short && <span className="deal-short">{short}</span>}
          <span className="deal-column-words" translate="no">
            <span className="deal-column-name" title={name}>
              {name}
            </span>
            {size && (
              <span className="deal-column-size">
                {size.heads === 0 ? t.nobody : t.size(size.heads, size.devices)}
              </span>
            )}
          </span>
        </>
      }
    >
      <Cards ids={ids} {...common} />
    </Frame>
  );
}

/** More than this is not asked to be drawn at once. */
const mostOthers = 100;

export function UndealtColumn({ deal, ...common }: Common & { readonly deal: Deal }) {
  const { deal: t } = useWords(groupsWords);
  const [isOpen, setOpen] = useState(false);
  const { first, others } = deal.undealt;
  const { count } = deal.choice;
  const figure = t.undealtCount(first.length, count);
  const tick = (id: ActionId) => ({
    checked: deal.isTicked(id),
    onChange: (on: boolean) => deal.tick(id, on),
  });
  return (
    <Frame
      id={nobodyId}
      label={`${t.undealt} ${figure}`}
      head={
        <>
          <span className="deal-column-name">{t.undealt}</span>{' '}
          <span className="deal-column-size">{figure}</span>
        </>
      }
    >
      {count === 0 && <p className="deal-note">{t.empty}</p>}
      {count > 0 && first.length === 0 && <p className="deal-note">{t.allDealt}</p>}
      <Cards ids={first} tick={tick} {...common} />
      {others.length > 0 && (
        <details open={isOpen} onToggle={({ currentTarget: { open } }) => setOpen(open)}>
          <summary className="deal-others">{t.others(others.length)}</summary>
          {isOpen && <Cards ids={others.slice(0, mostOthers)} tick={tick} {...common} />}
        </details>
      )}
    </Frame>
  );
}

type CardsProps = Common & {
  readonly ids: readonly ActionId[];
  readonly tick?: (id: ActionId) => NonNullable<DealCardProps['tick']>;
};

const Cards = ({ ids, tick, ...common }: CardsProps) =>
  ids.length > 0 && (
    <ul className="deal-cards">
      {ids.map((id) => (
        <DealCard key={id} id={id} {...common} {...(tick && { tick: tick(id) })} />
      ))}
    </ul>
  );
