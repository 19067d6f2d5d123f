/** A card at rest: read in one second from two metres. Opens, moves, and says who is in it. */
import { CloudUpload, GitMerge, MessageSquareWarning } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { completenessOf } from '../../../shared/board/completeness.ts';
import { abbreviationOf, hueOf } from '../../../shared/board/labels.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import {
  useAction,
  useBoard,
  useIsUnsaved,
  useNumber,
  usePreferences,
  useTexts,
} from '../../state/hooks.ts';
import { Chip } from '../../ui/chip.tsx';
import { Ring } from '../../ui/ring.tsx';
import { CardMenu } from './card-menu.tsx';
import { CardVisitors } from './card-visitors.tsx';
import { monthOf } from './month.ts';
import { useWall, useWallState } from './wall-store.ts';

export const Card = memo(function Card({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  const number = useNumber(id) ?? '';
  const { board: t } = useTexts();
  const { onOpenAction, slots } = useWall();
  const grabbed = useWallState((state) => state.grab?.id === id);
  const isOpen = useWallState((state) => state.opened === id);
  const isShown = useWallState((state) => state.shown === id);
  if (!action) return null;
  return (
    <article
      className="card"
      data-grabbed={grabbed ? '' : undefined}
      data-shown={isShown ? '' : undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      <CardVisitors id={id} />
      <p className="card-number">{number}</p>
      <h3 className="card-title">
        <button
          type="button"
          className="card-open"
          aria-label={t.openSheet(number, action.title)}
          aria-describedby="card-keys"
          data-open-action={id}
          onClick={() => onOpenAction(id)}
        >
          {action.title}
        </button>
      </h3>
      <CardFoot action={action} />
      {slots.card?.(id)}
      <CardMenu id={id} number={number} />
    </article>
  );
});

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
      <p className="card-title">{action.title}</p>
      <CardFoot action={action} />
    </div>
  );
}

function CardFoot({ action }: { readonly action: Action }) {
  const { board: t } = useTexts();
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
  const { board: t } = useTexts();
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
  const { board: t } = useTexts();
  const unsaved = useIsUnsaved(action.id);
  const sources = useBoard((board) => board.sources.get(action.id)?.length ?? 0);
  const constraints = action.constraints.length;
  return (
    <>
      {unsaved && <Mark icon={<CloudUpload />} label={t.unsaved} />}
      {constraints > 0 && (
        <Mark icon={<MessageSquareWarning />} label={t.constraints(constraints)} />
      )}
      {sources > 0 && <Mark icon={<GitMerge />} label={t.sources(sources)} />}
    </>
  );
}

function Mark({ icon, label }: { readonly icon: ReactNode; readonly label: string }) {
  return (
    <span className="card-mark" role="img" aria-label={label} title={label}>
      {icon}
    </span>
  );
}
