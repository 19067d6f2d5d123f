/** What facilitators do, each with its key: buttons and keyboard run the same acts. */
import { createContext, useContext, useEffect } from 'react';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import type { Next } from '../../../shared/session/lead/next.ts';
import type { TimerChoice } from './use-timer-choice.ts';

export const ACT_KEYS = {
  next: 'n',
  previous: 'p',
  timer: 't',
  longer: '+',
  shorter: '-',
  freeze: 'g',
  reveal: 'r',
  vote: 'v',
  focus: 'f',
  summon: 's',
  hands: 'h',
  park: 'd',
  undo: 'z',
  pagePrevious: 'i',
  pageNext: 'k',
  hold: 'e',
} as const;
export type ActId = keyof typeof ACT_KEYS;
export const ACT_IDS = Object.keys(ACT_KEYS) as readonly ActId[];

export interface Act {
  readonly label: string;
  /** Null while there is nothing it could do. */
  readonly run: (() => void) | null;
}
export type Acts = Readonly<Record<ActId, Act>>;

/** An act that cannot be taken back waits for a second word. */
export type Asked =
  | { readonly act: 'reveal'; readonly priorityId: PriorityId | null }
  | { readonly act: 'open-vote' | 'close-vote' };

export interface CockpitContextValue {
  /** What the workshop needs next. */
  readonly next: Next;
  readonly acts: Acts;
  readonly timerChoice: TimerChoice;
  readonly asked: Asked | null;
  readonly ask: (asked: Asked | null) => void;
  readonly onOpenAction: (id: ActionId) => void;
}
export const CockpitContext = createContext<CockpitContextValue | null>(null);

export function useCockpit(): CockpitContextValue {
  const cockpit = useContext(CockpitContext);
  if (!cockpit) throw new Error('useCockpit outside of the cockpit');
  return cockpit;
}

/** Takes back what was asked once it makes no sense any more: a co-facilitator has done it meanwhile. */
export function useForget(act: Asked['act'], isOver: boolean): void {
  const { asked, ask } = useCockpit();
  const isStale = isOver && asked?.act === act;
  useEffect(() => {
    if (isStale) ask(null);
  }, [isStale, ask]);
}
