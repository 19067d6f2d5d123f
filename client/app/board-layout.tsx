/** Where the features of an open workshop meet: the wall, what stands around it, and its windows. */
import { memo, useCallback, useMemo, useState } from 'react';
import type { ActionId, BoardId, PriorityId } from '../../shared/ids.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { BoardScreen } from '../features/board/board-screen.tsx';
import { Wall } from '../features/board/wall.tsx';
import { WallProvider } from '../features/board/wall-provider.tsx';
import { useWall, type WallSlots } from '../features/board/wall-store.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { useCan, useConnectionState, useSession } from '../state/hooks.ts';
import { useMySheets } from '../state/my-sheets.ts';
import { useFollowed } from '../state/session-hooks.ts';
import { FindingContext } from '../state/use-finding.ts';
import { usePicker, usePicking } from '../state/use-picking.ts';
import { LazyPart, useFetched, usePrefetch } from '../ui/lazy-part.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { BoardCockpit } from './board-cockpit.tsx';
import { BoardIdeas, useHasIdeas } from './board-ideas.tsx';
import { BoardSynthesis } from './board-synthesis.tsx';
import { BoardTop } from './board-top.tsx';
import { PARTS } from './parts.ts';
import { closeAction, openAction } from './routes.ts';
import { useBoardFinding } from './use-board-finding.ts';
import { useFollowedView } from './use-followed-view.ts';
import { useLeading } from './use-leading.ts';

export interface BoardLayoutProps {
  readonly workshop: OpenedWorkshop;
  /** The action whose sheet is open. */
  readonly actionId: ActionId | null;
  /** The picture of the synthesis that stands in the place of the wall; null for the wall. */
  readonly synthesis: SynthesisView | null;
}

export function BoardLayout({ workshop, actionId, synthesis }: BoardLayoutProps) {
  const { boardId } = workshop;
  const canEditFrame = useCan('frame');
  // Null is a priority that does not exist yet.
  const [edited, setEdited] = useState<PriorityId | null | undefined>(undefined);
  // The same function at each drawing, or every card would be drawn again with a sheet.
  const open = useCallback((id: ActionId) => openAction(boardId, id), [boardId]);
  const closeEdited = () => setEdited(undefined);
  const leading = useLeading();
  usePrefetch(PARTS.actionSheet);
  useFollowedView(boardId);
  const cockpit = leading && leading.cockpit !== 'closed' && (
    <BoardCockpit
      leading={leading}
      workshop={workshop}
      openActionId={actionId}
      onOpenAction={open}
    />
  );
  const isAlone = leading?.cockpit === 'alone';
  return (
    <FindingContext value={useBoardFinding(boardId)}>
      <WallProvider
        openActionId={actionId}
        onOpenAction={open}
        onEditPriority={canEditFrame ? setEdited : undefined}
        slots={useWallSlots(workshop)}
        focus={useFollowed()}
      >
        <BoardScreen
          top={<BoardTop workshop={workshop} synthesis={synthesis} leading={leading} />}
          aside={!isAlone && !leading?.isDealing && cockpit}
          sheet={actionId && <BoardSheet boardId={boardId} actionId={actionId} />}
        >
          {leading?.isDealing ? (
            <LazyPart load={PARTS.deal} onClose={leading.closeDeal} onOpen={open} />
          ) : isAlone ? (
            cockpit
          ) : synthesis ? (
            <BoardSynthesis boardId={boardId} view={synthesis} />
          ) : (
            <Wall />
          )}
        </BoardScreen>
      </WallProvider>
      {leading?.isAgendaOpen && (
        <LazyPart isTyped load={PARTS.agenda} onClose={leading.closeAgenda} />
      )}
      <BoardIdeas workshop={workshop} />
      <BoardVoice />
      <BoardMerging />
      {edited !== undefined && (
        <LazyPart isTyped load={PARTS.priority} onClose={closeEdited} id={edited} />
      )}
    </FindingContext>
  );
}

/** What is told to whoever listens: nobody waits for it, so it comes after the board. */
const BoardVoice = memo(function BoardVoice() {
  const state = useConnectionState();
  // Not fetched: asked for again when the connection is another.
  const [failed, setFailed] = useState('');
  const Voice = useFetched(PARTS.voice, useSettled() && failed !== state, () => setFailed(state));
  return Voice && <Voice />;
});

/** Bringing actions together, fetched when somebody first picks one. */
const BoardMerging = memo(function BoardMerging() {
  const isPicking = usePicking(({ doing }) => doing !== 'nothing');
  const { stop } = usePicker();
  return isPicking && <LazyPart load={PARTS.merging} onClose={stop} />;
});

interface BoardSheetProps {
  readonly boardId: BoardId;
  readonly actionId: ActionId;
}

/** The sheet of an action beside the wall, fetched with the first. */
const BoardSheet = memo(function BoardSheet({ boardId, actionId }: BoardSheetProps) {
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
});

/** What other features put into columns and cards, each fetched when the session first calls for it. */
function useWallSlots(workshop: OpenedWorkshop): WallSlots {
  const hasVotes = useSession((session) => (session?.rounds.length ?? 0) > 0);
  const CardVotes = useFetched(PARTS.cardVotes, hasVotes);
  const IdeasColumn = useFetched(PARTS.ideasColumn, useHasIdeas(workshop));
  const Mark = useFetched(PARTS.mySheetMark, useMySheets().length > 0);
  // The same object until a feature has come: each card is drawn again when it changes.
  return useMemo(
    () => ({
      ...(IdeasColumn && { priority: (id) => <IdeasColumn id={id} /> }),
      ...((CardVotes || Mark) && {
        card: (id) => (
          <>
            {Mark && <Mark id={id} />}
            {CardVotes && <CardVotes id={id} />}
          </>
        ),
      }),
    }),
    [IdeasColumn, CardVotes, Mark],
  );
}
