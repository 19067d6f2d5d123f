/** The rules of a step as plain questions, and the sentence participants will read. */

import type { Step } from '../../../shared/session/agenda/step.ts';
import type { StepRules } from '../../../shared/session/rules.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useAgenda } from './use-agenda.ts';
import { useChosen } from './use-chosen.ts';

/** Each rule's answers, the most open first. */
const ANSWERS = {
  add: ['anyone', 'nobody'],
  edit: ['all', 'own', 'none'],
  move: ['anyone', 'nobody'],
  comment: ['anyone', 'nobody'],
  vote: ['open', 'closed'],
} as const satisfies { readonly [Rule in keyof StepRules]?: readonly StepRules[Rule][] };
const ASKED = Object.keys(ANSWERS) as readonly (keyof typeof ANSWERS)[];

export function StepRulesFields({ step }: { readonly step: Step }) {
  const { agenda: t } = useWords(cockpitWords);
  const { step: words } = useWords();
  const { change } = useAgenda();
  const [rules, setRules] = useChosen(step.rules, (next) => change(step.id, { rules: next }));
  const [anonymous, setAnonymous] = useChosen(step.anonymous, (next) =>
    change(step.id, { anonymous: next }),
  );
  const isHidden = rules.writing === 'hidden';
  return (
    <fieldset className="agenda-rules">
      <legend>{t.rulesTitle}</legend>
      {ASKED.map((rule) => (
        <Segmented<string>
          key={rule}
          legend={t.rules[rule]}
          options={ANSWERS[rule].map((value) => ({ value, label: t.choices[value] }))}
          value={rules[rule]}
          onChange={(value) => setRules({ ...rules, [rule]: value })}
        />
      ))}
      <CheckField
        label={t.hidden}
        help={t.hiddenHelp}
        checked={isHidden}
        onChange={(on) => setRules({ ...rules, writing: on ? 'hidden' : 'open' })}
      />
      {isHidden && <CheckField label={t.anonymous} checked={anonymous} onChange={setAnonymous} />}
      <p className="agenda-sentence" role="status">
        {t.read(words.allowed(rules, anonymous))}
      </p>
    </fieldset>
  );
}
