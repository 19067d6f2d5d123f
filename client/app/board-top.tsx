/** What stands above the wall: the header with its menu, then what is asked of people now. */
import { ChartNoAxesColumn } from 'lucide-react';
import { memo, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { BoardHeader, BoardTools } from '../features/board/board-header.tsx';
import { People } from '../features/board/people.tsx';
import type { StartWindow } from '../features/frame/start-list.tsx';
import { StepBand } from '../features/step/step-band.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard, useSession } from '../state/hooks.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { LazyPart, prefetch, useFetched } from '../ui/lazy-part.tsx';
import { CockpitButton } from './board-cockpit.tsx';
import { BoardDevice, BoardKept } from './board-kept.tsx';
import { BoardMenu } from './board-menu.tsx';
import { BoardFound, BoardSearch } from './board-search.tsx';
import { PARTS } from './parts.ts';
import { closeSynthesis, openAction, openedAction, openSynthesis } from './routes.ts';
import type { Leading } from './use-leading.ts';
import './board-page.css';

export interface BoardTopProps {
  readonly workshop: OpenedWorkshop;
  /** The picture of the synthesis that stands in the place of the wall; null for the wall. */
  readonly synthesis: SynthesisView | null;
  readonly leading: Leading | null;
}

export const BoardTop = memo(function BoardTop({ workshop, synthesis, leading }: BoardTopProps) {
  const notice = useBoard(({ info }) => info.notice);
  if (leading?.cockpit === 'alone') return <AloneTop />;
  return (
    <>
      <BoardHeader
        search={synthesis === null && <BoardSearch />}
        people={<BoardPeople />}
        menu={
          <>
            <SynthesisButton boardId={workshop.boardId} isOpen={synthesis !== null} />
            {leading && <CockpitButton leading={leading} />}
            <BoardMenu workshop={workshop} onAgenda={leading?.openAgenda} />
          </>
        }
      />
      {notice && <BoardNotice text={notice} />}
      <StepBand
        tools={<BoardTools />}
        more={
          <>
            <VoteSlot />
            <GroupSlot />
            <SheetsSlot boardId={workshop.boardId} />
            <BoardFocus />
            {leading && <StartSlot workshop={workshop} leading={leading} />}
          </>
        }
      />
      <BoardDevice />
      <BoardKept />
      {synthesis === null && <BoardFound />}
    </>
  );
});

/** Above the cockpit in a window of its own: what this device keeps, and nothing else. */
function AloneTop() {
  const title = useBoard(({ info }) => info.title);
  return (
    <>
      <h1 className="visually-hidden" tabIndex={-1} translate="no">
        {title}
      </h1>
      <BoardDevice />
      <BoardKept />
    </>
  );
}

/** What must stay visible about the data, on one line; a press shows all of it. */
const BoardNotice = ({ text }: { readonly text: string }) => (
  <details className="board-notice">
    <summary translate="no">{text}</summary>
  </details>
);

/** Late: most of the time nothing is shown to all, and nobody is called. */
function BoardFocus() {
  const isCalled = useSession(
    (session) => session !== null && (session.focus !== null || session.summonedAt !== null),
  );
  const FocusBand = useFetched(PARTS.focusBand, isCalled);
  return FocusBand && <FocusBand />;
}

/** Who is here, and the window of them all. */
function BoardPeople() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <People onOpen={() => setOpen(true)} />
      {isOpen && <LazyPart load={PARTS.people} onClose={() => setOpen(false)} />}
    </>
  );
}

/** From the wall to the synthesis and back, where there is room; the menu has it too. */
function SynthesisButton({
  boardId,
  isOpen,
}: {
  readonly boardId: BoardId;
  readonly isOpen: boolean;
}) {
  const { app } = useWords();
  return (
    <span className="board-menu-wide">
      <Button
        icon={<ChartNoAxesColumn />}
        aria-pressed={isOpen}
        onPointerEnter={prefetch(PARTS.synthesis)}
        onFocus={prefetch(PARTS.synthesis)}
        onClick={() => (isOpen ? closeSynthesis(boardId) : openSynthesis(boardId, 'coverage'))}
      >
        {app.synthesis}
      </Button>
    </span>
  );
}

/** The band of votes, fetched with the first round. */
function VoteSlot() {
  const hasVotes = useSession((session) => (session?.rounds.length ?? 0) > 0);
  const VoteBand = useFetched(PARTS.voteBand, hasVotes);
  return VoteBand && <VoteBand />;
}

/** One's table, and what is said to it, fetched with the first. */
function GroupSlot() {
  const isWanted = useSession(
    (session) => session !== null && session.groups.length + session.messages.length > 0,
  );
  const MyGroup = useFetched(PARTS.myGroup, isWanted);
  return MyGroup && <MyGroup />;
}

/** The sheets of whoever takes part, fetched with the first, and watched from then on. */
function SheetsSlot({ boardId }: { readonly boardId: BoardId }) {
  const takesPart = useSession((session) => session?.role === 'participant');
  const MySheets = useFetched(PARTS.mySheets, takesPart);
  return MySheets && <MySheets opened={openedAction} onOpen={(id) => openAction(boardId, id)} />;
}

interface StartSlotProps {
  readonly leading: Leading;
}

/** What a new workshop needs, for those who lead it, until something is written. */
function StartSlot({ workshop, leading }: Pick<BoardTopProps, 'workshop'> & StartSlotProps) {
  const [open, setOpen] = useState<StartWindow | null>(null);
  const close = () => setOpen(null);
  const isNew = useBoard(({ numbers }) => numbers.size === 0);
  const isBefore = useSession((session) => session !== null && session.current === null);
  const StartList = useFetched(PARTS.startList, isNew && isBefore);
  const openWindow = (window: StartWindow) =>
    window === 'agenda' ? leading.openAgenda() : setOpen(window);
  return (
    <>
      {StartList && <StartList onOpen={openWindow} />}
      {open === 'priority' && <LazyPart isTyped load={PARTS.priority} onClose={close} id={null} />}
      {open === 'frame' && <LazyPart isTyped load={PARTS.frame} onClose={close} />}
      {open === 'links' && <LazyPart load={PARTS.links} onClose={close} workshop={workshop} />}
    </>
  );
}
