/** A card at rest: read in one second from two metres. Opens, moves, and says who is in it. */
import { CloudUpload, GitMerge, MessageSquareWarning } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode, useContext } from 'react';
import { completenessOf } from '../../../shared/board/completeness.ts';
import { abbreviationOf, hueOf } from '../../../shared/board/labels.ts';
import { constraintsOf } from '../../../shared/board/merged.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { monthOf } from '../../state/dates.ts';
import {
  useAction,
  useBoard,
  useIsFresh,
  useIsUnsaved,
  useNumber,
  usePreferences,
} from '../../state/hooks.ts';
import { usePicking } from '../../state/use-picking.ts';
import { useWords } from '../../state/words.ts';
import { Chip } from '../../ui/chip.tsx';
import { Ring } from '../../ui/ring.tsx';
import { CardMenu } from './card-menu.tsx';
import { CardPick, MayPick, usePick } from './card-pick.tsx';
import { CardVisitors } from './card-visitors.tsx';
import { useWall, useWallState } from './wall-store.ts';
import './card.css';

export const Card = memo(function Card({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  const number = useNumber(id) ?? '';
  const { board: t, pick } = useWords();
  const { slots } = useWall();
  const grabbed = useWallState((state) => state.grab?.id === id);
  const isOpen = useWallState((state) => state.opened === id);
  const isShown = useWallState((state) => state.shown === id);
  const isPicked = usePicking(({ ids }) => ids.has(id));
  const isFresh = useIsFresh(id);
  const press = usePress(id);
  if (!action) return null;
  return (
    <article
      className="card"
      data-grabbed={grabbed ? '' : undefined}
      data-shown={isShown ? '' : undefined}
      data-picked={isPicked ? '' : undefined}
      data-fresh={isFresh ? '' : undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      <CardVisitors id={id} />
      <p className="card-number">
        {number}
        {isFresh && <span className="card-fresh">{pick.fresh}</span>}
      </p>
      <h3 className="card-title" translate="no">
        <button
          type="button"
          className="card-open"
          aria-label={t.openSheet(number, action.title)}
          aria-describedby="card-keys"
          data-open-action={id}
          onClick={press}
        >
          {action.title}
        </button>
      </h3>
      <CardFoot action={action} />
      {slots.card?.(id)}
      <CardPick action={action} number={number} />
      <CardMenu id={id} number={number} />
    </article>
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
      <CardFoot action={action} />
    </div>
  );
}

function CardFoot({ action }: { readonly action: Action }) {
  const { board: t } = useWords();
  const { language } = usePreferences();
  const { done, expected } = completenessOf(action);
  const deadline = action.deadline && monthOf(action.deadline, language);
  return (
    <div className="card-foot">
      <PilotChip action={action} />
      {deadline && (
        <time className="card-deadline" dateTime={action.deadline}>
          <span className="visually-hidden">{t.deadline(deadline)}</span>
          <span aria-hidden="true">{deadline}</span>
        </time>
      )}
      <CardMarks action={action} />
      <Ring value={done} max={expected} label={t.completeness(done, expected)} />
    </div>
  );
}

function PilotChip({ action }: { readonly action: Action }) {
  const { board: t } = useWords();
  const pilot = useBoard((board) =>
    action.leadDirectionId === undefined ? undefined : board.directions.get(action.leadDirectionId),
  );
  return pilot ? (
    <Chip text={abbreviationOf(pilot)} fullName={t.pilot(pilot.name ?? '')} />
  ) : (
    <Chip text={t.withoutPilot} dashed />
  );
}

function CardMarks({ action }: { readonly action: Action }) {
  const { board: t, pick } = useWords();
  const unsaved = useIsUnsaved(action.id);
  const sources = useBoard((board) => board.sources.get(action.id)?.length ?? 0);
  // Nearly no card has sources: each asks this at every change of the board.
  const constraints = useBoard((board) =>
    board.sources.has(action.id) ? constraintsOf(board, action).length : action.constraints.length,
  );
  return (
    <>
      {unsaved && <Mark icon={<CloudUpload />} label={t.unsaved} />}
      {constraints > 0 && (
        <Mark icon={<MessageSquareWarning />} label={t.constraints(constraints)} />
      )}
      {sources > 0 && (
        <Mark icon={<GitMerge />} label={t.sources(sources)} words={pick.sources(sources)} />
      )}
    </>
  );
}

interface MarkProps {
  readonly icon: ReactNode;
  readonly label: string;
  /** What of it is seen beside the icon. */
  readonly words?: string;
}

function Mark({ icon, label, words }: MarkProps) {
  return (
    <span className="card-mark" role="img" aria-label={label} title={label}>
      {icon}
      {words}
    </span>
  );
}
