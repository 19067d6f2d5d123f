/** What is asked of people now, in one sentence, what they may do, and how long it lasts. */
import type { ReactNode } from 'react';
import type { Role } from '../../../shared/session/roles.ts';
import { useBoard, useSession } from '../../state/hooks.ts';
import { useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Attention } from './attention.tsx';
import { StepTimer } from './step-timer.tsx';
import './step.css';

export function StepBand({ tools }: { readonly tools: ReactNode }) {
  const { step: t } = useWords();
  const current = useStep();
  const role = useSession((session) => session?.role);
  const allowed = useAllowed(role);
  const free = useFreeConsigne(role);
  if (!role) return <div className="step-band" />;
  const instruction = current?.step.instruction;
  const name = current ? t.named(current.place, current.step.title) : t.free;
  return (
    <section className="step-band" aria-label={name}>
      {/* Without a consigne its title stands large, and is not said twice. */}
      <p className="step-name">{current && !instruction ? t.place(current.place) : name}</p>
      <div className="step-words">
        <p className="step-consigne">{current ? instruction || current.step.title : free}</p>
        <p className="step-allowed">{allowed}</p>
      </div>
      <StepTimer />
      <Attention />
      <div className="step-tools">{tools}</div>
    </section>
  );
}

function useAllowed(role: Role | undefined): string {
  const { step: t } = useWords();
  const frozen = useSession((session) => session?.frozen ?? null);
  const rules = useSession((session) => session?.rules);
  const anonymous = useStep()?.step.anonymous;
  if (role === 'facilitator') return t.leads;
  if (role === 'observer' || !rules) return t.watches;
  if (frozen) return frozen === 'timer' ? t.frozenByTimer : t.frozen;
  return t.allowed(rules, anonymous);
}

function useFreeConsigne(role: Role | undefined): string {
  const { step: t } = useWords();
  const isEmpty = useBoard((board) => board.priorities.length === 0);
  if (isEmpty && role === 'facilitator') return t.consigneFirst;
  return t.consigne[role ?? 'observer'];
}
