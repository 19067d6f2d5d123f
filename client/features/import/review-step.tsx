/** Our own list come back: what somebody changed in it, line by line, to take or to leave. */
import { type ReactNode, useMemo, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { type Difference, differenceOf } from '../../../shared/import/difference.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useBoard, useBoardClient, useConnection } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { boardOf } from './apply-import.ts';
import { ChangedFields } from './changed-fields.tsx';
import { FaultList } from './fault-list.tsx';
import { Step } from './step.tsx';
import type { CameBack, Choice, TableImport } from './use-table-import.ts';
import './changed-fields.css';

export interface ReviewStepProps {
  readonly from: CameBack;
  readonly table: TableImport;
}

// One page read from top to bottom: its groups differ in words only.
export function ReviewStep({ from, table }: ReviewStepProps) {
  const t = useWords(intakeWords);
  const { name, returned } = from;
  const client = useBoardClient();
  const isLive = useConnection().state === 'live';
  const difference = useMemo(() => differenceOf(returned, boardOf(client)), [returned, client]);
  const { changed, added, missing, faults } = difference;
  const [left, setLeft] = useState(() => leftAtFirst(difference));
  const nameOf = useNames();
  const isTaken = (key: string) => !left.has(key);
  const take = (keys: readonly string[], isOn: boolean) => {
    const next = new Set(left);
    for (const key of keys)
      if (isOn) next.delete(key);
      else next.add(key);
    setLeft(next);
  };
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
      title={`${name} · ${t.returnedTitle}`}
      foot={
        <>
          <Button onClick={table.restart}>{t.back}</Button>
          <Button
            variant="primary"
            disabled={count === 0 || !isLive}
            onClick={() => table.apply(choice, from)}
          >
            {count === 0 ? t.applyNone : isAll ? t.applyAll : t.applySome(count)}
          </Button>
        </>
      }
    >
      <p>{isSame && faults.length === 0 ? t.returnedSame : t.returnedText(returned.sheetName)}</p>
      <p className="intake-help">
        {difference.isDated ? t.returnedUnread : `${t.returnedUndated} ${t.returnedUnread}`}
      </p>
      {!isLive && <Notice tone="warning" title={t.offline} />}
      {faults.length > 0 && (
        <FaultList
          faults={faults.map(({ message }) => message)}
          words={{ title: t.faults(faults.length), text: t.faultsText }}
        />
      )}
      <ReviewGroup
        {...group}
        title={t.changed(changed.length)}
        items={changed.map(({ id, line, changes }) => ({
          key: id,
          label: nameOf(id),
          help: line > 0 ? t.lineOf(line) : undefined,
          detail: <ChangedFields changes={changes} />,
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

/** What the file lacks, and what would write over somebody's work, waits for a person's word. */
const leftAtFirst = ({ changed, missing }: Difference): ReadonlySet<string> => {
  const contested = changed.filter(({ changes }) => changes.some((change) => change.isContested));
  return new Set<string>([...missing, ...contested.map(({ id }) => id)]);
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

interface ReviewItem {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly detail?: ReactNode;
}
interface ReviewGroupProps {
  readonly title: string;
  readonly help?: string;
  /** An empty group is not shown. */
  readonly items: readonly ReviewItem[];
  readonly isTaken: (key: string) => boolean;
  readonly onTake: (keys: readonly string[], isOn: boolean) => void;
}

/** Beyond, lines are counted: they are taken or left all together. */
const shown = 200;

/** Lines of one kind, each with a box to tick, and one box for all of them. */
function ReviewGroup({ title, help, items, isTaken, onTake }: ReviewGroupProps) {
  const t = useWords(intakeWords);
  if (items.length === 0) return null;
  const keys = items.map(({ key }) => key);
  return (
    <fieldset className="intake-group">
      <legend>{title}</legend>
      {help && <p className="intake-help">{help}</p>}
      {items.length > 1 && (
        <CheckField
          label={t.all}
          checked={keys.every(isTaken)}
          onChange={(isOn) => onTake(keys, isOn)}
        />
      )}
      <ul className="intake-items">
        {items.slice(0, shown).map(({ key, label, help: about, detail }) => (
          <li className="intake-item" key={key}>
            <CheckField
              label={label}
              help={about}
              checked={isTaken(key)}
              onChange={(isOn) => onTake([key], isOn)}
            />
            {detail}
          </li>
        ))}
        {items.length > shown && <li className="intake-item">{t.andMore(items.length - shown)}</li>}
      </ul>
    </fieldset>
  );
}
