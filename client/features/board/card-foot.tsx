/** The foot of a card: who leads it, until when, what it has, how far its sheet is filled. */
import { CloudUpload, GitMerge, MessageSquareWarning } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { completenessOf } from '../../../shared/board/completeness.ts';
import { abbreviationOf } from '../../../shared/board/labels.ts';
import { constraintsOf } from '../../../shared/board/merged.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId, DirectionId } from '../../../shared/ids.ts';
import { monthOf } from '../../state/dates.ts';
import { useBoard, useIsUnsaved, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Chip } from '../../ui/chip.tsx';
import { Ring } from '../../ui/ring.tsx';

export interface CardFootProps {
  readonly id: ActionId;
  readonly pilotId: DirectionId | undefined;
  readonly deadline: string | undefined;
  /** Of its own, without those of what was merged into it. */
  readonly constraints: Action['constraints'];
  readonly done: number;
  readonly expected: number;
}

/** What the foot of a card shows of its action: the same while its texts are being written. */
export function footOf(action: Action): CardFootProps {
  const { id, leadDirectionId: pilotId, deadline, constraints } = action;
  const { done, expected } = completenessOf(action);
  return { id, pilotId, deadline, constraints, done, expected };
}

export const CardFoot = memo(function CardFoot(foot: CardFootProps) {
  const { board: t } = useWords();
  const { language } = usePreferences();
  const { id, done, expected } = foot;
  const deadline = foot.deadline && monthOf(foot.deadline, language);
  return (
    <div className="card-foot">
      <PilotChip id={foot.pilotId} />
      {deadline && (
        <time className="card-deadline" dateTime={foot.deadline}>
          <span className="visually-hidden">{t.deadline(deadline)}</span>
          <span aria-hidden="true">{deadline}</span>
        </time>
      )}
      <CardMarks id={id} constraints={foot.constraints} />
      <Ring value={done} max={expected} label={t.completeness(done, expected)} />
    </div>
  );
});

function PilotChip({ id }: { readonly id: DirectionId | undefined }) {
  const { board: t } = useWords();
  const pilot = useBoard(({ directions }) => (id === undefined ? undefined : directions.get(id)));
  return pilot ? (
    <Chip text={abbreviationOf(pilot)} fullName={t.pilot(pilot.name ?? '')} />
  ) : (
    <Chip text={t.withoutPilot} dashed />
  );
}

function CardMarks({ id, constraints: own }: Pick<CardFootProps, 'id' | 'constraints'>) {
  const { board: t, pick } = useWords();
  const unsaved = useIsUnsaved(id);
  const sources = useBoard((board) => board.sources.get(id)?.length ?? 0);
  // Nearly no card has sources: each asks this at every change of the board.
  const constraints = useBoard((board) => {
    const action = board.sources.has(id) ? board.actions.get(id) : undefined;
    return action ? constraintsOf(board, action).length : own.length;
  });
  return (
    <>
      {unsaved && <Mark icon={<CloudUpload />} label={t.unsaved} />}
      {constraints > 0 && (
        <Mark icon={<MessageSquareWarning />} label={t.constraints(constraints)} />
      )}
      {sources > 0 && (
        <Mark icon={<GitMerge />} label={t.sources(sources)} words={pick.stack(sources + 1)} />
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
