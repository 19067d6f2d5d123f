/** A sheet to be dealt: it is dragged, or given by its menu. */
import { useDraggable } from '@dnd-kit/core';
import { MoreHorizontal } from 'lucide-react';
import { abbreviationOf, hueOf } from '../../../shared/board/labels.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useAction, useBoard, useNumber } from '../../state/hooks.ts';
import { useResultOn } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Chip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/menu.tsx';
import { NO_DRAG } from '../../ui/no-drag.ts';
import type { Assignee, Column } from './columns.ts';
import './deal-card.css';

export interface DealCardProps {
  readonly id: ActionId;
  readonly columns: readonly Column[];
  readonly onGive: (id: ActionId, to: Assignee | undefined) => void;
  readonly onOpen: (id: ActionId) => void;
  /** Given where it may be chosen among those that nobody has. */
  readonly tick?: { readonly checked: boolean; readonly onChange: (checked: boolean) => void };
}

export function DealCard({ id, columns, onGive, onOpen, tick }: DealCardProps) {
  const { deal: t } = useWords(groupsWords);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id });
  const action = useAction(id);
  const number = useNumber(id) ?? '';
  if (!action) return null;
  return (
    <li
      ref={setNodeRef}
      className="deal-card"
      data-dragging={isDragging ? '' : undefined}
      data-ticked={tick?.checked ? '' : undefined}
      {...listeners}
    >
      <CardTop id={id} number={number}>
        {tick && (
          <input
            type="checkbox"
            className="deal-tick"
            aria-label={t.tick(number, action.title)}
            checked={tick.checked}
            onChange={({ target }) => tick.onChange(target.checked)}
            {...NO_DRAG}
          />
        )}
        <span {...NO_DRAG}>
          <GiveMenu id={id} number={number} columns={columns} onGive={onGive} />
        </span>
      </CardTop>
      <button type="button" className="deal-card-title" translate="no" onClick={() => onOpen(id)}>
        {action.title}
      </button>
      <Pilot id={id} />
    </li>
  );
}

/** What follows the pointer. */
export function HeldDealCard({ id }: { readonly id: ActionId }) {
  const number = useNumber(id) ?? '';
  const title = useAction(id)?.title ?? '';
  return (
    <div className="deal-card" data-held="" aria-hidden="true">
      <CardTop id={id} number={number} />
      <p className="deal-card-title">{title}</p>
      <Pilot id={id} />
    </div>
  );
}

interface CardTopProps {
  readonly id: ActionId;
  readonly number: string;
  readonly children?: React.ReactNode;
}

function CardTop({ id, number, children }: CardTopProps) {
  const { deal: t } = useWords(groupsWords);
  const total = useResultOn(id)?.total;
  const place = useBoard(({ priorities, actions }) =>
    priorities.findIndex((priority) => priority.id === actions.get(id)?.priorityId),
  );
  return (
    <div className="deal-card-top" data-hue={hueOf(Math.max(0, place))}>
      <b className="deal-card-number">{number}</b>
      {total !== undefined && <span className="deal-card-votes">· {t.votes(total)}</span>}
      <span className="deal-card-tools">{children}</span>
    </div>
  );
}

function Pilot({ id }: { readonly id: ActionId }) {
  const { deal: t } = useWords(groupsWords);
  const lead = useAction(id)?.leadDirectionId;
  const direction = useBoard(({ directions }) =>
    lead === undefined ? undefined : directions.get(lead),
  );
  return direction ? (
    <Chip text={abbreviationOf(direction)} fullName={direction.name ?? direction.id} />
  ) : (
    <Chip text={t.noPilot} dashed />
  );
}

type GiveMenuProps = Pick<DealCardProps, 'id' | 'columns' | 'onGive'> & { readonly number: string };

/** Every drag has its twin: by keyboard, by touch, by whoever does not see the columns. */
function GiveMenu({ id, number, columns, onGive }: GiveMenuProps) {
  const { deal: t } = useWords(groupsWords);
  const owner = columns.find(({ ids }) => ids.includes(id))?.id;
  const items = columns.map((column) => ({
    id: column.id,
    label: column.label,
    selected: column.id === owner,
    onSelect: () => onGive(id, column.id),
  }));
  const nobody = {
    id: 'nobody',
    label: t.nobody,
    selected: owner === undefined,
    onSelect: () => onGive(id, undefined),
  };
  return (
    <Menu
      variant="quiet"
      size="small"
      icon={<MoreHorizontal />}
      label={t.giveTo(number)}
      sections={[{ id: 'to', translate: 'no', items: [...items, nobody] }]}
    />
  );
}
