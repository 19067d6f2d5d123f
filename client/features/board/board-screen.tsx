/** The participants' screen: header, consigne, wall, and the sheet beside it. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { BoardHeader, StepBand } from './board-header.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useSheetCovers } from './use-media.ts';
import { Wall } from './wall.tsx';
import { createWallStore, WallContext } from './wall-store.ts';
import './board.css';
import './card.css';

export interface BoardScreenProps {
  /** The action whose sheet is open. */
  readonly openActionId: ActionId | null;
  readonly onOpenAction: (id: ActionId) => void;
  /** The action whose "Déplacer vers…" is open, asked for here or from the sheet. */
  readonly moving: ActionId | null;
  readonly onMove: (id: ActionId | null) => void;
  /** Opens the form of a priority, or of a new one (null); absent for those who may not. */
  readonly onEditPriority?: ((id: PriorityId | null) => void) | undefined;
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
  menu,
  notice,
  sheet,
}: BoardScreenProps) {
  const [store] = useState(createWallStore);
  const wall = useMemo(
    () => ({ store, onOpenAction, onMove, onEditPriority }),
    [store, onOpenAction, onMove, onEditPriority],
  );
  useEffect(() => store.setState({ opened: openActionId }), [store, openActionId]);
  // What the sheet covers must not be walked through by Tab, nor read behind it.
  const isCovered = useSheetCovers() && Boolean(sheet);
  return (
    <WallContext value={wall}>
      <div className="board-screen" data-sheet={sheet ? '' : undefined}>
        <div className="board-behind" inert={isCovered}>
          <BoardHeader menu={menu} />
          {notice}
          <StepBand />
        </div>
        <main className="board-main" id="contenu">
          <div className="board-behind" inert={isCovered}>
            <Wall />
          </div>
          {sheet}
        </main>
        {moving && <MoveDialog key={moving} id={moving} onClose={() => onMove(null)} />}
      </div>
    </WallContext>
  );
}
