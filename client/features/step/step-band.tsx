/** What is asked of people now, in one sentence, what they may do, and how long it lasts. */

import { Check, Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Role } from '../../../shared/session/roles.ts';
import { useBoard, useMe, useSession } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import { allowedWords } from './allowed.ts';
import { StepTimer } from './step-timer.tsx';
import './step.css';

export function StepBand({ tools }: { readonly tools: ReactNode }) {
  const { step: t } = useWords();
  const current = useStep();
  const role = useSession((session) => session?.role);
  const allowed = useAllowed();
  const free = useFreeConsigne(role);
  if (!role) return <div className="step-band" />;
  const instruction = current?.step.instruction;
  const name = current ? t.named(current.place, current.step.title) : t.free;
  return (
    <section className="step-band" aria-label={name}>
      {/* Without a consigne its title stands large, and is not said twice. */}
      <h2 className="step-name" translate={current ? 'no' : undefined}>
        {current && !instruction ? t.place(current.place) : name}
      </h2>
      <div className="step-words">
        <p className="step-consigne" translate={current ? 'no' : undefined}>
          {current ? instruction || current.step.title : free}
        </p>
        <p className="step-allowed">{allowed}</p>
      </div>
      <StepTimer />
      <Attention />
      <div className="step-tools">{tools}</div>
    </section>
  );
}

function useAllowed(): string {
  const { step: t } = useWords();
  return useSession((session) => (session ? allowedWords(session, t) : t.watches));
}

function useFreeConsigne(role: Role | undefined): string {
  const { step: t } = useWords();
  const isEmpty = useBoard((board) => board.priorities.length === 0);
  if (isEmpty && role === 'facilitator') return t.consigneFirst;
  return t.consigne[role ?? 'observer'];
}

/** What passes between people and facilitators: I am done, I raise my hand. */
function Attention() {
  const { step: t } = useWords();
  const request = useRequest(say);
  const me = useMe();
  const role = useSession((session) => session?.role);
  const step = useStep();
  const isUp = me?.hand != null;
  const tellDone = () => void request({ type: 'done', on: !me?.done });
  const raise = () =>
    void request({ type: 'hand', up: !isUp }).then((ok) => ok && !isUp && say(t.handRaised));
  const takesPart = me !== null && role === 'participant';
  useKeys(
    t.keys,
    takesPart
      ? [
          ...(step ? [{ key: 'j', label: t.done, run: tellDone }] : []),
          { key: 'm', label: isUp ? t.lowerHand : t.raiseHand, run: raise },
        ]
      : [],
  );
  // Facilitators see hands and who is done; they raise and say none.
  if (!takesPart) return null;
  return (
    <div className="step-attention">
      {step && (
        <Button
          variant={me.done ? 'primary' : 'outline'}
          icon={<Check />}
          aria-pressed={me.done}
          title={t.doneHelp}
          onClick={tellDone}
        >
          {t.done}
        </Button>
      )}
      <Button
        variant={isUp ? 'primary' : 'quiet'}
        icon={<Hand />}
        label={isUp ? t.lowerHand : t.raiseHand}
        aria-pressed={isUp}
        onClick={raise}
      />
    </div>
  );
}
