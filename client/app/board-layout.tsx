/** Where the features of an open workshop meet: the wall, its menu, the notice, sheet and forms. */
import { useCallback, useState } from 'react';
import type { ActionId, PriorityId } from '../../shared/ids.ts';
import { BoardScreen } from '../features/board/board-screen.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard, useCan } from '../state/hooks.ts';
import { BoardMenu } from './board-menu.tsx';
import { BoardNotice } from './board-notice.tsx';
import { Late, usePrefetch } from './late.tsx';
import { closeAction, openAction } from './routes.ts';

export interface BoardLayoutProps {
  readonly workshop: OpenedWorkshop;
  /** The action whose sheet is open. */
  readonly actionId: ActionId | null;
}

export function BoardLayout({ workshop, actionId }: BoardLayoutProps) {
  const { boardId } = workshop;
  const notice = useBoard(({ info }) => info.notice);
  const canEditFrame = useCan('frame');
  // Null is a priority that does not exist yet.
  const [edited, setEdited] = useState<PriorityId | null | undefined>(undefined);
  usePrefetch(loadSheet);
  // The same function at each drawing, or every card would be drawn again with a sheet.
  const open = useCallback((id: ActionId) => openAction(boardId, id), [boardId]);
  const close = useCallback(() => closeAction(boardId), [boardId]);
  const [moving, setMoving] = useState<ActionId | null>(null);
  const closeEdited = () => setEdited(undefined);
  return (
    <>
      <BoardScreen
        openActionId={actionId}
        onOpenAction={open}
        moving={moving}
        onMove={setMoving}
        onEditPriority={canEditFrame ? setEdited : undefined}
        menu={<BoardMenu workshop={workshop} />}
        notice={notice && <BoardNotice text={notice} />}
        sheet={
          actionId && (
            <Late load={loadSheet} onClose={close}>
              {(ActionSheet) => (
                <ActionSheet actionId={actionId} onClose={close} onGo={open} onMove={setMoving} />
              )}
            </Late>
          )
        }
      />
      {edited !== undefined && (
        <Late load={loadPriorityDialog} onClose={closeEdited}>
          {(PriorityDialog) => <PriorityDialog id={edited} onClose={closeEdited} />}
        </Late>
      )}
    </>
  );
}

const loadSheet = () =>
  import('../features/action-sheet/action-sheet.tsx').then((file) => file.ActionSheet);
const loadPriorityDialog = () =>
  import('../features/facilitation/priority-dialog.tsx').then((file) => file.PriorityDialog);
