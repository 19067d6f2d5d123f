/** What this screen alone knows: the card in hand, where one is being written, what is open. */
import { createContext, type ReactNode, useContext } from 'react';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { createViewStore, useView, type ViewStore } from '../../state/view-store.ts';
import type { Grab } from './grab.ts';

export interface WallState {
  /** Held by the keyboard. */
  readonly grab: Grab | null;
  /** Where new cards are being written: before a card, chosen once so that they keep their order. */
  readonly composing: {
    readonly priorityId: PriorityId;
    readonly end: 'top' | 'bottom';
    readonly before: ActionId | null;
  } | null;
  /** The card that has the focus, or had it last while nothing else on the wall has. */
  readonly focused: ActionId | null;
  /** The card that somebody was last led to: it is drawn, though it be far down a long column. */
  readonly sought: ActionId | null;
  /** The action whose sheet is open. */
  readonly opened: ActionId | null;
  /** The action the facilitators show, for those who follow them. */
  readonly shown: ActionId | null;
  /** The priority a phone shows; null for the first. */
  readonly tab: PriorityId | null;
  /** All the priorities on one screen, titles only. */
  readonly overview: boolean;
}

export type WallStore = ViewStore<WallState>;

export const createWallStore = (): WallStore =>
  createViewStore({
    grab: null,
    composing: null,
    focused: null,
    sought: null,
    opened: null,
    shown: null,
    tab: null,
    overview: false,
  });

/** What other features put on the wall; each draws itself, or nothing. */
export interface WallSlots {
  /** Above the cards of a priority. */
  readonly priority?: (id: PriorityId) => ReactNode;
  /** At the foot of a card. */
  readonly card?: (id: ActionId) => ReactNode;
}

export interface WallContextValue {
  readonly store: WallStore;
  readonly onOpenAction: (id: ActionId) => void;
  /** Opens "Déplacer vers…" for an action. */
  readonly onMove: (id: ActionId) => void;
  /** Given to facilitators: opens the form of a priority, or of a new one (null). */
  readonly onEditPriority: ((id: PriorityId | null) => void) | undefined;
  readonly slots: WallSlots;
}
export const WallContext = createContext<WallContextValue | null>(null);

export function useWall(): WallContextValue {
  const wall = useContext(WallContext);
  if (!wall) throw new Error('useWall outside of the wall');
  return wall;
}
export const useWallState = <Value>(select: (state: WallState) => Value): Value =>
  useView(useWall().store, select);
