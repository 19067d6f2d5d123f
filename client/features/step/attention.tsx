/** What passes between people and facilitators: I am done, I raise my hand. */
import { Check, Hand } from 'lucide-react';
import { mayAsk } from '../../../shared/session/requests.ts';
import { useSession, useTexts } from '../../state/hooks.ts';
import { useMyself, useRequest, useStep } from '../../state/session-hooks.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';

export function Attention() {
  const { step: t } = useTexts();
  const request = useRequest(say);
  const me = useMyself();
  const role = useSession((session) => session?.role);
  const step = useStep();
  // Facilitators see hands and who is done; they raise and say none.
  if (!me || role !== 'participant' || !mayAsk(role, 'hand')) return null;
  const isUp = me.hand !== null;
  return (
    <div className="step-attention">
      {step && (
        <Button
          variant={me.done ? 'primary' : 'outline'}
          icon={<Check aria-hidden="true" />}
          aria-pressed={me.done}
          title={t.doneHelp}
          onClick={() => void request({ type: 'done', on: !me.done })}
        >
          {t.done}
        </Button>
      )}
      <Button
        variant={isUp ? 'primary' : 'quiet'}
        icon={<Hand aria-hidden="true" />}
        label={isUp ? t.lowerHand : t.raiseHand}
        aria-pressed={isUp}
        onClick={() =>
          void request({ type: 'hand', up: !isUp }).then((ok) => ok && !isUp && say(t.handRaised))
        }
      />
    </div>
  );
}
