/** What the wall and all that opens from it share on this screen, and the window that moves a card. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { late } from '../../browser/late.ts';
import { whenSought } from '../../ui/focus-card.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { useFocusShown, type WallFocus } from './use-focus-shown.ts';
import { createWallStore, WallContext, type WallSlots } from './wall-store.ts';

export interface WallProviderProps {
  /** The action whose sheet is open. */
  readonly openActionId: ActionId | null;
  readonly onOpenAction: (id: ActionId) => void;
  /** Opens the form of a priority, or of a new one (null); absent for those who may not. */
  readonly onEditPriority?: ((id: PriorityId | null) => void) | undefined;
  /** What other features put into columns and cards: always the same object. */
  readonly slots: WallSlots;
  /** What the facilitators put before everybody, for those who follow. */
  readonly focus?: WallFocus | null;
  readonly children: ReactNode;
}

export function WallProvider({
  openActionId,
  onOpenAction,
  onEditPriority,
  slots,
  focus = null,
  children,
}: WallProviderProps) {
  const [store] = useState(createWallStore);
  const [moving, onMove] = useState<ActionId | null>(null);
  const wall = useMemo(
    () => ({ store, onOpenAction, onMove, onEditPriority, slots }),
    [store, onOpenAction, onEditPriority, slots],
  );
  useEffect(() => store.setState({ opened: openActionId }), [store, openActionId]);
  useFocusShown(store, focus);
  useEffect(
    () => whenSought((id) => flushSync(() => store.setState({ sought: id as ActionId }))),
    [store],
  );
  return (
    <WallContext value={wall}>
      {children}
      {moving && (
        <LazyPart isTyped key={moving} load={moveDialog} id={moving} onClose={() => onMove(null)} />
      )}
    </WallContext>
  );
}

/** Fetched when a card is first moved by its menu: most are carried. */
const moveDialog = late(() => import('./move-dialog.tsx').then((f) => f.MoveDialog));
