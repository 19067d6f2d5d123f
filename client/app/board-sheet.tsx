import type { ActionId, BoardId } from '../../shared/ids.ts';
import { useWall } from '../features/board/wall-store.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { PARTS } from './parts.ts';
import { closeAction } from './routes.ts';

export interface BoardSheetProps {
  readonly boardId: BoardId;
  readonly actionId: ActionId;
}

/** The sheet of an action beside the wall, fetched with the first. */
export function BoardSheet({ boardId, actionId }: BoardSheetProps) {
  const { onOpenAction, onMove } = useWall();
  const close = () => closeAction(boardId);
  return (
    <LazyPart
      load={PARTS.actionSheet}
      onClose={close}
      actionId={actionId}
      onGo={onOpenAction}
      onMove={onMove}
    />
  );
}
