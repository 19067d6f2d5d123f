/** What is asked of people now, in one sentence, what they may do, and how long it lasts. */

import { Check, Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import { hasAnEnd, momentOf, takesHands } from '../../../shared/session/lead/moment.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { allowedWords, insteadOf } from '../../state/asked.ts';
import { clockTime } from '../../state/dates.ts';
import { useBoard, useMe, usePreferences, useSession } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import { StepTimer } from './step-timer.tsx';
import './step.css';

export interface StepBandProps {
  readonly tools: ReactNode;
  /** What else is said now: one's gommettes, what all look at, one's sheets. One band says it all. */
  readonly more?: ReactNode;
}

export function StepBand({ tools, more }: StepBandProps) {
  const { step: t } = useWords();
  const current = useStep();
  const role = useSession((session) => session?.role);
  const isPaused = useSession((session) => session !== null && momentOf(session) === 'paused');
  const allowed = useAllowed();
  const free = useFreeConsigne(role);
  const instead = useSession((session) => session && insteadOf(session, t));
  if (!role) return <div className="step-band" />;
  const instruction = instead ?? current?.step.instruction;
  const name = current ? t.named(current.place, current.step.title) : t.free;
  return (
    <section className="step-band" aria-label={name} data-frozen={isPaused ? '' : undefined}>
      {/* Without a consigne its title stands large, and is not said twice. */}
      <h2 className="step-name" translate={current ? 'no' : undefined}>
        {current && !instruction ? t.place(current.place) : name}
      </h2>
      <div className="step-words">
        <p className="step-consigne" translate={current && instead === null ? 'no' : undefined}>
          {instruction || (current ? current.step.title : free)}
        </p>
        <div className="step-line">
          <p className="step-allowed">{allowed}</p>
          {more}
        </div>
      </div>
      <StepTimer />
      <Attention />
      <div className="step-tools">{tools}</div>
    </section>
  );
}

/** A break says when one goes on, everything else what one may do. */
function useAllowed(): string {
  const { step: t } = useWords();
  const { language } = usePreferences();
  const isBreak = useStep()?.step.kind === 'break';
  return useSession((session) => {
    if (!session) return t.watches;
    const { timer, frozen } = session;
    const allowed = allowedWords(session, t);
    if (frozen || timer?.state !== 'running') return allowed;
    const time = clockTime(timer.endsAt, language);
    if (isBreak) return t.resumes(time);
    return timer.effect === 'return' ? `${allowed} ${t.returns(time)}.` : allowed;
  });
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
  // Before a vote and after it there is nothing to finish, whatever the rules will allow.
  const mayFinish = useSession(
    (session) =>
      session !== null &&
      hasAnEnd(session.rules) &&
      !['vote-ahead', 'voted'].includes(momentOf(session)),
  );
  const asksDone = step !== null && mayFinish;
  // Where groups work apart a hand is of the group, and stands beside its name.
  const isApart = step?.step.kind === 'sheets' && me?.groupId !== undefined;
  const asksHands = takesHands(step?.step) && !isApart;
  useKeys(
    t.keys,
    takesPart
      ? [
          ...(asksDone ? [{ key: 'j', label: t.done, run: tellDone }] : []),
          ...(asksHands ? [{ key: 'm', label: isUp ? t.lowerHand : t.raiseHand, run: raise }] : []),
        ]
      : [],
  );
  // Facilitators see hands and who is done; they raise and say none.
  if (!takesPart) return null;
  return (
    <div className="step-attention">
      {asksDone && (
        <Button
          variant={me.done ? 'primary' : 'outline'}
          icon={me.done ? <Check /> : undefined}
          aria-pressed={me.done}
          title={t.doneHelp}
          onClick={tellDone}
        >
          {t.done}
        </Button>
      )}
      {asksHands && (
        <Button
          variant={isUp ? 'primary' : 'quiet'}
          icon={<Hand />}
          label={isUp ? t.lowerHand : t.raiseHand}
          aria-pressed={isUp}
          onClick={raise}
        />
      )}
    </div>
  );
}
