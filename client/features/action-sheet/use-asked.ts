/**
 * What the step asks to be filled. While a hand is in a field of the sheet the list stays as it was:
 * a step that begins moves no field from under it.
 */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type SheetAsk, USUAL_ASKS } from '../../../shared/board/asked.ts';
import { useStep } from '../../state/session-hooks.ts';

export interface Asked {
  /** Whether the step in progress asks for them, or they are only what matters most. */
  readonly isNow: boolean;
  readonly asks: readonly SheetAsk[];
}

export interface SettledAsked {
  readonly asked: Asked;
  /** For what holds all the fields. */
  readonly body: RefObject<HTMLDivElement | null>;
}

export function useSettledAsked(): SettledAsked {
  const step = useStep()?.step;
  const isNow = step?.kind === 'sheets' || step?.asks !== undefined;
  // As one text: a view that comes anew with the same list says nothing new.
  const key = [isNow ? 'now' : '', ...(step?.asks ?? USUAL_ASKS)].join(' ');
  const [settled, setSettled] = useState(key);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fields = body.current;
    const settle = (to: EventTarget | null) => {
      if (!isField(fields, to)) setSettled(key);
    };
    const leave = ({ relatedTarget }: FocusEvent) => settle(relatedTarget);
    settle(document.activeElement);
    fields?.addEventListener('focusout', leave);
    return () => fields?.removeEventListener('focusout', leave);
  }, [key]);
  return { asked: read(settled), body };
}

const isField = (body: Element | null, target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches('input, textarea, select') &&
  body?.contains(target) === true;

function read(key: string): Asked {
  const [now, ...asks] = key.split(' ');
  return { isNow: now === 'now', asks: asks as SheetAsk[] };
}
