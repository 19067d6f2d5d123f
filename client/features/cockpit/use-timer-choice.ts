/** The timer about to be started: the minutes of the step unless others are chosen. */
import { useState } from 'react';
import { maxTimerSeconds, type TimerEffect } from '../../../shared/session/timer/timer.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useStep } from '../../state/session-hooks.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';

export type TimerChoice = ReturnType<typeof useTimerChoice>;

const usualMinutes = 5;

export function useTimerChoice() {
  const { timer: t } = useWords(cockpitWords);
  const step = useStep()?.step;
  const stepId = step?.id ?? null;
  const state = useSession((session) => session?.timer?.state ?? 'ended');
  const [effect, setEffect] = useState<TimerEffect>('nothing');
  // What was chosen for another step says nothing about this one.
  const [chosen, setChosen] = useState({ stepId, minutes: '' });
  const minutes = chosen.stepId === stepId ? chosen.minutes : '';
  const typed = useHeldText(
    {
      screen: 'cockpit',
      key: `minutes.${stepId}`,
      field: t.minutes,
      about: () => step?.title ?? '',
      isShown: state === 'ended',
    },
    minutes || String(step?.minutes || usualMinutes),
  );
  const choose = (text: string) => {
    typed.drop();
    setChosen({ stepId, minutes: text });
  };
  return {
    /** As typed or chosen. */
    text: typed.text,
    /** Null while what is typed is no duration. */
    minutes: readMinutes(typed.text),
    write: typed.write,
    /** A press is no text that somebody has begun: it is held nowhere. */
    choose,
    /** The timer has been started with it: what was typed since stays begun. */
    started: () => {
      setChosen({ stepId, minutes: typed.text });
      typed.answered(true);
    },
    effect,
    setEffect,
  };
}

const maxMinutes = maxTimerSeconds / 60;

function readMinutes(text: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= maxMinutes ? minutes : null;
}
