/** A step opened to be written: what it is called, what is asked, how long, and its rules. */
import { STEP_KINDS, STEP_LIMITS, type Step } from '../../../shared/session/agenda/step.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useWords } from '../../state/words.ts';
import { SelectField } from '../../ui/field.tsx';
import { StepRulesFields } from './step-rules.tsx';
import { StepVoteFields } from './step-vote.tsx';
import { readWhole, TypedField } from './typed-field.tsx';
import { useAgenda } from './use-agenda.ts';
import { useChosen } from './use-chosen.ts';
import './step-form.css';

export function StepForm({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { change } = useAgenda();
  const { fields } = t;
  const [kind, setKind] = useChosen(step.kind, (next) => change(step.id, { kind: next }));
  return (
    <div className="agenda-form">
      <TypedField
        kind="line"
        label={fields.title}
        stored={step.title}
        max={STEP_LIMITS.titleCharacters}
        whyNot={(text) => (text.trim() === '' ? t.titleMissing : undefined)}
        onSave={(title) => change(step.id, { title })}
      />
      <TypedField
        kind="count"
        label={fields.minutes}
        stored={String(step.minutes)}
        max={STEP_LIMITS.minutes}
        whyNot={(text) =>
          readWhole(text, 0, STEP_LIMITS.minutes) === null ? fields.minutesRefused : undefined
        }
        onSave={(text) => change(step.id, { minutes: Number(text) })}
      />
      <div className="agenda-field" data-kind="choice">
        <SelectField
          label={fields.kind}
          help={fields.kindHelp}
          value={kind}
          onChange={({ target }) => {
            const next = STEP_KINDS.find((one) => one === target.value);
            if (next) setKind(next);
          }}
        >
          {STEP_KINDS.map((one) => (
            <option key={one} value={one}>
              {t.kinds[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <TypedField
        kind="area"
        label={fields.instruction}
        help={fields.instructionHelp}
        stored={step.instruction}
        max={STEP_LIMITS.instructionCharacters}
        whyNot={() => undefined}
        onSave={(instruction) => change(step.id, { instruction })}
      />
      <StepRulesFields step={step} />
      {(step.rules.vote === 'open' || step.kind === 'vote') && <StepVoteFields step={step} />}
    </div>
  );
}
