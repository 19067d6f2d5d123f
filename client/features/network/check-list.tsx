/** Each thing that was tried on a line: good or not, in a sign and in words, and how to mend it. */
import { Check as CheckIcon, LoaderCircle, Minus, X } from 'lucide-react';
import { networkWords } from '../../../shared/text/fr/network.ts';
import { CHECKS, type Check, type CheckId } from '../../entry/network/checks.ts';
import { factsOf } from '../../entry/network/report.ts';
import { useWords } from '../../state/words.ts';
import './network.css';

const ICONS = { good: CheckIcon, bad: X, unknown: Minus, running: LoaderCircle } as const;

export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className="checks">
      {CHECKS.map((id) => (
        <CheckLine key={id} id={id} check={checks.find((each) => each.id === id)} />
      ))}
    </ul>
  );
}

interface CheckLineProps {
  readonly id: CheckId;
  /** Undefined while it is running. */
  readonly check: Check | undefined;
}

function CheckLine({ id, check }: CheckLineProps) {
  const t = useWords(networkWords);
  const state = check?.state ?? 'running';
  const Icon = ICONS[state];
  // What answered is of use only where something is wrong.
  const facts = check ? factsOf(state === 'good' ? { ...check, answered: '' } : check, t) : [];
  return (
    <li className="check" data-state={state}>
      <Icon />
      <p className="check-name">{t.checks[id]}</p>
      <p className="check-state">{t.states[state]}</p>
      {facts.length > 0 && <p className="check-facts">{facts.join(' · ')}</p>}
      {state === 'bad' && <p className="check-fix">{t.fixes[id]}</p>}
    </li>
  );
}
