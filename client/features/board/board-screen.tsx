/** The participants' screen: header, consigne, wall, and the sheet beside it. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { BoardHeader, BoardTools } from './board-header.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useFocusShown, type WallFocus } from './use-focus-shown.ts';
import { useSheetCovers } from './use-media.ts';
import { Wall } from './wall.tsx';
import { createWallStore, WallContext, type WallSlots } from './wall-store.ts';
import './board-screen.css';

export interface BoardScreenProps {
  /** The action whose sheet is open. */
  readonly openActionId: ActionId | null;
  readonly onOpenAction: (id: ActionId) => void;
  /** The action whose "Déplacer vers…" is open, asked for here or from the sheet. */
  readonly moving: ActionId | null;
  readonly onMove: (id: ActionId | null) => void;
  /** Opens the form of a priority, or of a new one (null); absent for those who may not. */
  readonly onEditPriority?: ((id: PriorityId | null) => void) | undefined;
  /** What is asked of people now; given the tools that stand at its end. */
  readonly band: (tools: ReactNode) => ReactNode;
  /** What other features put into columns and cards: always the same object. */
  readonly slots: WallSlots;
  /** What the facilitators put before everybody, for those who follow. */
  readonly focus?: WallFocus | null;
  /** A panel at the right of the wall, such as the facilitators' cockpit. */
  readonly aside?: ReactNode;
  /** Looking for actions, in the header. */
  readonly search?: ReactNode;
  /** What was found, above the wall. */
  readonly found?: ReactNode;
  /** Stands in the place of the wall, as the synthesis does. */
  readonly instead?: ReactNode;
  /** What stands at the right of the header: export, links, preferences. */
  readonly menu: ReactNode;
  /** A band that must stay visible, such as the demonstration's notice. */
  readonly notice?: ReactNode;
  /** The open sheet, beside the wall. */
  readonly sheet?: ReactNode;
}

export function BoardScreen({
  openActionId,
  onOpenAction,
  moving,
  onMove,
  onEditPriority,
  band,
  slots,
  focus = null,
  aside,
  search,
  found,
  instead,
  menu,
  notice,
  sheet,
}: BoardScreenProps) {
  const [store] = useState(createWallStore);
  const wall = useMemo(
    () => ({ store, onOpenAction, onMove, onEditPriority, slots }),
    [store, onOpenAction, onMove, onEditPriority, slots],
  );
  useEffect(() => store.setState({ opened: openActionId }), [store, openActionId]);
  useFocusShown(store, focus);
  // What the sheet or the panel covers must not be walked through by Tab, nor read behind it.
  const covers = useSheetCovers();
  const isCovered = covers && Boolean(sheet || aside);
  return (
    <WallContext value={wall}>
      <div className="board-screen" data-sheet={sheet ? '' : undefined}>
        <div className="board-behind" inert={isCovered}>
          <BoardHeader search={search} menu={menu} />
          {notice}
          {band(<BoardTools />)}
          {found}
        </div>
        <main className="board-main" id="contenu">
          <div className="board-behind" inert={isCovered}>
            {instead ?? <Wall />}
          </div>
          <div className="board-behind" inert={covers && Boolean(sheet)}>
            {aside}
          </div>
          {sheet}
        </main>
        {moving && <MoveDialog key={moving} id={moving} onClose={() => onMove(null)} />}
      </div>
    </WallContext>
  );
}
