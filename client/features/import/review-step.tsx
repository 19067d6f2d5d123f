/** Our own list come back: what somebody changed in it, line by line, to take or to leave. */
import { useMemo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import {
  type Difference,
  differenceOf,
  type FieldChange,
} from '../../../shared/import/difference.ts';
import { COLUMNS } from '../../../shared/table/columns.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { today } from '../../state/dates.ts';
import { useBoard, useBoardClient, useConnectionState, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { ChangedFields } from '../../ui/changed-fields.tsx';
import { ReviewButton } from '../../ui/review-button.tsx';
import { ReviewGroup } from '../../ui/review-group.tsx';
import { useTicks } from '../../ui/use-ticks.ts';
import { boardOf } from './apply-import.ts';
import { FaultList } from './fault-list.tsx';
import { Step } from './step.tsx';
import type { CameBack, Choice, TableImport } from './use-table-import.ts';

export interface ReviewStepProps {
  readonly from: CameBack;
  readonly table: TableImport;
}

// One page read from top to bottom: its groups differ in words only.
export function ReviewStep({ from, table }: ReviewStepProps) {
  const t = useWords(intakeWords);
  const { name, returned } = from;
  const client = useBoardClient();
  const isLive = useConnectionState() === 'live';
  const difference = useMemo(
    () => differenceOf(returned, boardOf(client), today()),
    [returned, client],
  );
  const { changed, added, missing } = difference;
  const faults = [
    ...returned.unreadable.map(t.unreadable),
    ...difference.faults.map(({ message }) => message),
  ];
  const waiting = useMemo(() => leftAtFirst(difference), [difference]);
  const { isTaken, take } = useTicks((key) => waiting.has(key));
  const nameOf = useNames();
  const labelOf = useColumnLabels();
  const choice: Choice = {
    changed: changed.filter(({ id }) => isTaken(id)),
    added: added.filter(({ line }) => isTaken(lineKey(line))),
    discarded: missing.filter((id) => isTaken(id)).map(discardEdit),
  };
  const count = choice.changed.length + choice.added.length + choice.discarded.length;
  const isAll = count === changed.length + added.length && choice.discarded.length === 0;
  const isSame = changed.length + added.length + missing.length === 0;
  const group = { isTaken, onTake: take };
  return (
    <Step
      translate="no"
      title={`${name} · ${returned.isRecognised ? t.recognisedTitle : t.returnedTitle}`}
      foot={
        <>
          <Button onClick={table.restart}>{t.back}</Button>
          {!isSame && (
            <ReviewButton
              count={count}
              why={isLive ? null : t.offline}
              onPress={() => table.apply(choice, from)}
            >
              {isAll && count > 0 ? t.applyAll : t.applySome(count)}
            </ReviewButton>
          )}
        </>
      }
    >
      <p>{isSame && faults.length === 0 ? t.returnedSame : t.returnedText(returned.sheetName)}</p>
      <p className="intake-help">
        {difference.isDated ? t.returnedUnread : `${t.returnedUndated} ${t.returnedUnread}`}
      </p>
      {faults.length > 0 && (
        <FaultList faults={faults} words={{ title: t.faults(faults.length), text: t.faultsText }} />
      )}
      <ReviewGroup
        {...group}
        title={t.changed(changed.length)}
        items={changed.map(({ id, line, changes, isInDoubt }) => ({
          key: id,
          label: nameOf(id),
          help: [line > 0 && t.lineOf(line), isInDoubt && t.inDoubt].filter(Boolean).join(' · '),
          isWaiting: waiting.has(id),
          detail: <ChangedFields changes={changes.map(labelOf)} words={t} />,
        }))}
      />
      <ReviewGroup
        {...group}
        title={t.added(added.length)}
        items={added.map(({ line, values, priorityName }) => ({
          key: lineKey(line),
          label: values.title,
          help: [t.lineOf(line), priorityName].filter(Boolean).join(' · '),
        }))}
      />
      <ReviewGroup
        {...group}
        title={t.absent(missing.length)}
        help={t.absentHelp}
        items={missing.map((id) => ({ key: id, label: t.discardOf(nameOf(id)) }))}
      />
      <Button variant="quiet" size="small" onClick={() => table.takeAsNew(from)}>
        {t.asNew}
      </Button>
    </Step>
  );
}

/** What the file lacks, what nobody may have meant, and what would write over somebody's work wait for a person's word. */
const leftAtFirst = ({ changed, missing }: Difference): ReadonlySet<string> => {
  const doubtful = changed.filter(
    ({ isInDoubt, changes }) =>
      isInDoubt || changes.some(({ isContested, isConversion }) => isContested || isConversion),
  );
  return new Set<string>([...missing, ...doubtful.map(({ id }) => id)]);
};

/** No identifier has a colon first. */
const lineKey = (line: number): string => `:${line}`;

const discardEdit = (id: ActionId) => ({
  id,
  edits: [{ kind: 'discarded', discarded: true } as const],
});

function useNames(): (id: ActionId) => string {
  const actions = useBoard((board) => board.actions);
  const numbers = useBoard((board) => board.numbers);
  return (id) => [numbers.get(id), actions.get(id)?.title].filter(Boolean).join(' ');
}

/** A change under the name of its column. */
function useColumnLabels() {
  const { language } = usePreferences();
  return (change: FieldChange) => {
    const column = COLUMNS.find(({ key }) => key === change.key);
    return { ...change, label: column?.[language] ?? change.key };
  };
}
