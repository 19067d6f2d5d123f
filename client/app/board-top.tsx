/** What stands above the wall: the header with its menu, then what is asked of people now. */
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { BoardHeader, BoardTools } from '../features/board/board-header.tsx';
import { FocusBand } from '../features/step/focus-band.tsx';
import { StepBand } from '../features/step/step-band.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard } from '../state/hooks.ts';
import { CockpitButton } from './board-cockpit.tsx';
import { BoardMenu } from './board-menu.tsx';
import { BoardNotice } from './board-notice.tsx';
import { BoardPeople } from './board-people.tsx';
import { BoardFound, BoardSearch } from './board-search.tsx';
import { SynthesisButton } from './synthesis-button.tsx';
import type { Leading } from './use-leading.ts';
import { VoteSlot } from './vote-slot.tsx';

export interface BoardTopProps {
  readonly workshop: OpenedWorkshop;
  /** The picture of the synthesis that stands in the place of the wall; null for the wall. */
  readonly synthesis: SynthesisView | null;
  readonly leading: Leading | null;
}

export function BoardTop({ workshop, synthesis, leading }: BoardTopProps) {
  const notice = useBoard(({ info }) => info.notice);
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
      <StepBand tools={<BoardTools />} />
      <FocusBand />
      <VoteSlot />
      {synthesis === null && <BoardFound />}
    </>
  );
}
