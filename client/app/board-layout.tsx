/** Where the features of an open workshop meet: the wall, its menu, the notice, the sheet. */
import type { ActionId } from '../../shared/ids.ts';
import { BoardScreen } from '../features/board/board-screen.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard } from '../state/hooks.ts';
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
  usePrefetch(loadSheet);
  const open = (id: ActionId) => openAction(boardId, id);
  const close = () => closeAction(boardId);
  return (
    <BoardScreen
      onOpenAction={open}
      menu={<BoardMenu workshop={workshop} />}
      notice={notice && <BoardNotice text={notice} />}
      sheet={
        actionId && (
          <Late load={loadSheet} onClose={close}>
            {(ActionSheet) => <ActionSheet actionId={actionId} onClose={close} onGo={open} />}
          </Late>
        )
      }
    />
  );
}

const loadSheet = () =>
  import('../features/action-sheet/action-sheet.tsx').then((file) => file.ActionSheet);
