/** What is taken, for whom, how; then the one act that comes now. */
import { X } from 'lucide-react';
import { DEAL_WAYS, type DealWay } from '../../../shared/session/groups/deal.ts';
import { followingStep } from '../../../shared/session/lead/next.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useSession } from '../../state/hooks.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';
import type { Receivers } from './columns.ts';
import type { Deal } from './use-deal.ts';

/** So many are offered to be taken, as far as there are more. */
const COUNTS = [6, 12, 18, 24, 36];

interface DealBarProps {
  readonly deal: Deal;
  readonly onClose: () => void;
}

export function DealBar({ deal, onClose }: DealBarProps) {
  const { deal: t } = useWords(groupsWords);
  const { order, picked, choice } = deal;
  const counts = COUNTS.filter((count) => count < order.length);
  return (
    <div className="deal-bar">
      <Choice
        label={t.take}
        value={picked.length > 0 ? 'picked' : String(choice.count)}
        onChange={(value) => value !== 'picked' && deal.take(Number(value))}
        options={[
          ...(picked.length > 0 ? [['picked', t.selection(picked.length)] as const] : []),
          ...counts.map((count) => [String(count), t.first(count)] as const),
          [String(order.length), t.all(order.length)],
        ]}
      />
      <Choice
        label={t.to}
        value={choice.to}
        onChange={(value) => deal.dealTo(value as Receivers)}
        options={[
          ['groups', t.toGroups],
          ['directions', t.toDirections],
        ]}
      />
      <Choice
        label={t.way}
        hideLabel
        value={choice.way}
        onChange={(value) => deal.dealBy(value as DealWay)}
        options={DEAL_WAYS.map((way) => [way, t.ways[way]] as const)}
      />
      <ComesNow deal={deal} onClose={onClose} />
    </div>
  );
}

/** Dealing while something is left to deal, then the time of the step, then the wall. */
function ComesNow({ deal, onClose }: DealBarProps) {
  const { deal: t } = useWords(groupsWords);
  const request = useRequest(say);
  const step = useStep()?.step;
  const timer = useSession((session) => session?.timer ?? null);
  const session = useSession((now) => now);
  const following = session && followingStep(session);
  const { taken, hands } = deal;
  const close = <Button variant="quiet" icon={<X />} label={t.close} onClick={onClose} />;
  if (taken.length > 0 && hands.length > 0)
    return (
      <>
        <Button variant="primary" onClick={deal.run}>
          {t.run(taken.length)}
        </Button>
        {close}
      </>
    );
  if (step?.kind === 'sheets' && timer === null && step.minutes > 0)
    return (
      <Button
        variant="primary"
        onClick={() =>
          void request({
            type: 'timer-start',
            seconds: step.minutes * 60,
            effect: 'return',
          }).then((granted) => granted && onClose())
        }
      >
        {t.start(step.minutes)}
      </Button>
    );
  if (step?.kind === 'vote' && following)
    return (
      <Button
        variant="primary"
        onClick={() =>
          void request({
            type: 'step-start',
            id: following.id,
            from: step.id,
            timed: true,
          }).then((granted) => granted && onClose())
        }
      >
        <span className="deal-next" translate="no">
          {t.next(following.title)}
        </span>
      </Button>
    );
  return (
    <Button variant="outline" onClick={onClose}>
      {t.close}
    </Button>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

/** A label and its list, read as one sentence. */
const Choice = ({ label, hideLabel = false, value, options, onChange }: ChoiceProps) => (
  <div className="deal-choice">
    <Field label={label} hideLabel={hideLabel}>
      {(wiring) => (
        <select
          {...wiring}
          className="field-input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  </div>
);
