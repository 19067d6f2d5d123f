/** What passes between people and facilitators: I am done, I raise my hand. */
import { Check, Hand } from 'lucide-react';
import { useMe, useSession } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';

export function Attention() {
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
