/** A card at rest: read in one second from two metres. Opens, moves, and says who is in it. */
import { type MouseEvent, memo, useContext } from 'react';
import { hueOf } from '../../../shared/board/labels.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useAction, useBoard, useIsFresh, useNumber } from '../../state/hooks.ts';
import { usePicking } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { CardFoot, footOf } from './card-foot.tsx';
import { CardMenu } from './card-menu.tsx';
import { CardPick, MayPick, usePick } from './card-pick.tsx';
import { CardVisitors } from './card-visitors.tsx';
import { useWall, useWallState } from './wall-store.ts';
import './card.css';

export const Card = memo(function Card({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  const number = useNumber(id) ?? '';
  const { pick } = useWords();
  const { slots } = useWall();
  const grabbed = useWallState((state) => state.grab?.id === id);
  const isOpen = useWallState((state) => state.opened === id);
  const isShown = useWallState((state) => state.shown === id);
  const isPicked = usePicking(({ ids }) => ids.has(id));
  const isFresh = useIsFresh(id);
  const isStack = useBoard(({ sources }) => sources.has(id));
  if (!action) return null;
  return (
    <article
      className="card"
      data-grabbed={grabbed ? '' : undefined}
      data-shown={isShown ? '' : undefined}
      data-picked={isPicked ? '' : undefined}
      data-fresh={isFresh ? '' : undefined}
      data-stack={isStack ? '' : undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      <CardVisitors id={id} />
      <p className="card-number">
        {number}
        {isFresh && <span className="card-fresh">{pick.fresh}</span>}
      </p>
      <CardTitle id={id} title={action.title} number={number} />
      <CardFoot {...footOf(action)} />
      {slots.card?.(id)}
      <CardPick id={id} title={action.title} number={number} />
      <CardMenu id={id} number={number} />
    </article>
  );
});

interface CardTitleProps {
  readonly id: ActionId;
  readonly title: string;
  readonly number: string;
}

const CardTitle = memo(function CardTitle({ id, title, number }: CardTitleProps) {
  const { board: t } = useWords();
  const press = usePress(id);
  return (
    <h3 className="card-title" translate="no">
      <button
        type="button"
        className="card-open"
        aria-label={t.openSheet(number, title)}
        aria-describedby="card-keys"
        data-open-action={id}
        onClick={press}
      >
        {title}
      </button>
    </h3>
  );
});

/** A press opens the sheet; with Ctrl or Maj, or while actions are being picked, it picks the card. */
function usePress(id: ActionId) {
  const { onOpenAction } = useWall();
  const pick = usePick();
  const mayPick = useContext(MayPick);
  const isChoosing = usePicking(({ doing }) => doing === 'choosing');
  return ({ ctrlKey, metaKey, shiftKey }: MouseEvent) =>
    mayPick && (isChoosing || ctrlKey || metaKey || shiftKey) ? pick(id) : onOpenAction(id);
}

/** The card that follows the pointer: the same face, without anything to press. */
export function HeldCard({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  const number = useNumber(id);
  const index = useBoard(({ priorities }) =>
    priorities.findIndex((priority) => priority.id === action?.priorityId),
  );
  if (!action) return null;
  return (
    <div
      className="card"
      data-held=""
      data-hue={index < 0 ? undefined : hueOf(index)}
      aria-hidden="true"
    >
      <p className="card-number">{number}</p>
      <p className="card-title" translate="no">
        {action.title}
      </p>
      <CardFoot {...footOf(action)} />
    </div>
  );
}
