/** Where the features of an open workshop meet: the wall, its menu, the notice, sheet and forms. */
import { type ReactNode, useCallback, useState } from 'react';
import type { ActionId, PriorityId } from '../../shared/ids.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { BoardScreen } from '../features/board/board-screen.tsx';
import { FocusBand } from '../features/step/focus-band.tsx';
import { StepBand } from '../features/step/step-band.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard, useCan } from '../state/hooks.ts';
import { useFollowed } from '../state/session-hooks.ts';
import { FindingContext } from '../state/use-finding.ts';
import { BoardIdeas } from './board-ideas.tsx';
import { BoardMenu } from './board-menu.tsx';
import { BoardMerging } from './board-merging.tsx';
import { BoardNotice } from './board-notice.tsx';
import { BoardFound, BoardSearch } from './board-search.tsx';
import { LazyPart, prefetch, usePrefetch } from './lazy-part.tsx';
import { PARTS } from './parts.ts';
import { closeAction, closeSynthesis, openAction, openSynthesis } from './routes.ts';
import { SynthesisButton } from './synthesis-button.tsx';
import { useBoardFinding } from './use-board-finding.ts';
import { useFollowedView } from './use-followed-view.ts';
import { useLeading } from './use-leading.tsx';
import { useWallSlots } from './use-wall-slots.tsx';
import { VoteSlot } from './vote-slot.tsx';

export interface BoardLayoutProps {
  readonly workshop: OpenedWorkshop;
  /** The action whose sheet is open. */
  readonly actionId: ActionId | null;
  /** The picture of the synthesis that stands in the place of the wall; null for the wall. */
  readonly synthesis: SynthesisView | null;
}

export function BoardLayout({ workshop, actionId, synthesis }: BoardLayoutProps) {
  const { boardId } = workshop;
  const notice = useBoard(({ info }) => info.notice);
  const canEditFrame = useCan('frame');
  // Null is a priority that does not exist yet.
  const [edited, setEdited] = useState<PriorityId | null | undefined>(undefined);
  usePrefetch(PARTS.actionSheet);
  // The same function at each drawing, or every card would be drawn again with a sheet.
  const open = useCallback((id: ActionId) => openAction(boardId, id), [boardId]);
  const close = useCallback(() => closeAction(boardId), [boardId]);
  const [moving, setMoving] = useState<ActionId | null>(null);
  const finding = useBoardFinding(boardId);
  const openPicture = (view: SynthesisView) => openSynthesis(boardId, view);
  const closePictures = () => closeSynthesis(boardId);
  useFollowedView(boardId);
  const leading = useLeading({ workshop, actionId, onOpenAction: open });
  const [isFrameOpen, setFrameOpen] = useState(false);
  const closeFrame = () => setFrameOpen(false);
  const closeEdited = () => setEdited(undefined);
  return (
    <FindingContext value={finding}>
      <BoardScreen
        openActionId={actionId}
        onOpenAction={open}
        moving={moving}
        onMove={setMoving}
        onEditPriority={canEditFrame ? setEdited : undefined}
        band={band}
        slots={useWallSlots(workshop)}
        focus={useFollowed()}
        search={synthesis === null && <BoardSearch />}
        found={synthesis === null && <BoardFound />}
        instead={
          leading.instead ||
          (synthesis && (
            <LazyPart load={PARTS.synthesis} onClose={closePictures}>
              {(Synthesis) => (
                <Synthesis
                  view={synthesis}
                  onView={openPicture}
                  onClose={closePictures}
                  onOpen={open}
                  onEditMarkers={canEditFrame ? () => setFrameOpen(true) : undefined}
                />
              )}
            </LazyPart>
          ))
        }
        menu={
          <>
            <SynthesisButton
              isOpen={synthesis !== null}
              onNear={prefetch(PARTS.synthesis)}
              onToggle={synthesis === null ? () => openPicture('coverage') : closePictures}
            />
            {leading.button}
            <BoardMenu workshop={workshop} onAgenda={leading.onAgenda} />
          </>
        }
        aside={leading.aside}
        notice={notice && <BoardNotice text={notice} />}
        sheet={
          actionId && (
            <LazyPart load={PARTS.actionSheet} onClose={close}>
              {(ActionSheet) => (
                <ActionSheet actionId={actionId} onClose={close} onGo={open} onMove={setMoving} />
              )}
            </LazyPart>
          )
        }
      />
      {leading.agenda}
      <BoardIdeas workshop={workshop} />
      <BoardMerging />
      {isFrameOpen && (
        <LazyPart load={PARTS.frame} onClose={closeFrame}>
          {(FrameDialog) => <FrameDialog onClose={closeFrame} />}
        </LazyPart>
      )}
      {edited !== undefined && (
        <LazyPart load={PARTS.priority} onClose={closeEdited}>
          {(PriorityDialog) => <PriorityDialog id={edited} onClose={closeEdited} />}
        </LazyPart>
      )}
    </FindingContext>
  );
}

/** Step, timer and attention, with the board's own tools at the end. */
const band = (tools: ReactNode) => (
  <>
    <StepBand tools={tools} />
    <FocusBand />
    <VoteSlot />
  </>
);
