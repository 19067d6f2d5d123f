/** Where the features of an open workshop meet: the wall, its menu, the notice, the sheet. */
import type { ActionId } from '../../shared/ids.ts';
import { BoardScreen } from '../features/board/board-screen.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard } from '../state/hooks.ts';
import { BoardMenu } from './board-menu.tsx';
import { BoardNotice } from './board-notice.tsx';
import { openAction } from './routes.ts';

export interface BoardLayoutProps {
  readonly workshop: OpenedWorkshop;
  readonly actionId: ActionId | null;
}

export function BoardLayout({ workshop }: BoardLayoutProps) {
  const { boardId } = workshop;
  const notice = useBoard(({ info }) => info.notice);
  return (
    <BoardScreen
      onOpenAction={(id) => openAction(boardId, id)}
      menu={<BoardMenu workshop={workshop} />}
      notice={notice && <BoardNotice text={notice} />}
    />
  );
}
