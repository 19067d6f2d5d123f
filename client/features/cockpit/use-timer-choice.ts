/** The timer about to be started: the minutes of the step unless others are chosen. */
import { useState } from 'react';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import { maxTimerSeconds, type TimerEffect } from '../../../shared/session/timer/timer.ts';
import { useStep } from '../../state/session-hooks.ts';

export type TimerChoice = ReturnType<typeof useTimerChoice>;

const usualMinutes = 5;

export function useTimerChoice() {
  const step = useStep()?.step;
  const stepId = step?.id ?? null;
  const [typed, setTyped] = useState<Typed | null>(null);
  const [effect, setEffect] = useState<TimerEffect>('nothing');
  // What was chosen for another step says nothing about this one.
  const text = typed?.stepId === stepId ? typed.text : String(step?.minutes || usualMinutes);
  return {
    /** As typed. */
    text,
    /** Null while what is typed is no duration. */
    minutes: readMinutes(text),
    write: (next: string): void => setTyped({ stepId, text: next }),
    effect,
    setEffect,
  };
}

interface Typed {
  readonly stepId: StepId | null;
  readonly text: string;
}

const maxMinutes = maxTimerSeconds / 60;

function readMinutes(text: string): number | null {
  const minutes = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= maxMinutes ? minutes : null;
}
