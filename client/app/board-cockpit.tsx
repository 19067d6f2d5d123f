/** The cockpit of those who lead, beside the wall or alone in its window, and what opens it. */
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { ActionId, BoardId } from '../../shared/ids.ts';
import { tokenOf } from '../entry/workshops.ts';
import { SaveIndicator } from '../features/board/save-indicator.tsx';
import { linksOf, type OpenedWorkshop } from '../state/device.ts';
import { useOpenedWorkshops } from '../state/hooks.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { LazyPart, prefetch } from '../ui/lazy-part.tsx';
import { BoardMenu } from './board-menu.tsx';
import { PARTS } from './parts.ts';
import { cockpitPath, projectionPath } from './routes.ts';
import type { Leading } from './use-leading.ts';

/** Nothing where the cockpit has a window of its own. */
export function CockpitButton({ leading }: { readonly leading: Leading }) {
  const { app } = useWords();
  if (leading.cockpit === 'alone') return null;
  return (
    <Button
      icon={<SlidersHorizontal />}
      aria-pressed={leading.cockpit === 'beside'}
      aria-keyshortcuts="a"
      onPointerEnter={prefetch(PARTS.cockpit)}
      onFocus={prefetch(PARTS.cockpit)}
      onClick={leading.toggleCockpit}
    >
      <span className="board-menu-word">{app.lead}</span>
    </Button>
  );
}

export interface BoardCockpitProps {
  readonly leading: Leading;
  readonly workshop: OpenedWorkshop;
  /** The action whose sheet is open. */
  readonly openActionId: ActionId | null;
  readonly onOpenAction: (id: ActionId) => void;
}

export function BoardCockpit({ leading, workshop, ...action }: BoardCockpitProps) {
  const { boardId } = workshop;
  useOpenedWorkshops(); // the observers' link may have been created or renewed meanwhile
  const isBeside = leading.cockpit === 'beside';
  const [isExporting, setExporting] = useState(false);
  return (
    <>
      <LazyPart
        load={PARTS.cockpit}
        onClose={isBeside ? leading.toggleCockpit : stay}
        {...action}
        onAgenda={leading.openAgenda}
        onDeal={leading.openDeal}
        groups={<LazyPart load={PARTS.groupsPanel} onClose={stay} onDeal={leading.openDeal} />}
        projection={projectionOf(boardId)}
        votes={(asked, onAsked, isPutForward) => (
          <LazyPart
            load={PARTS.votesPanel}
            onClose={onAsked}
            asked={asked}
            onAsked={onAsked}
            isPutForward={isPutForward}
            onDeal={leading.openDeal}
          />
        )}
        ownWindow={isBeside ? cockpitPath(boardId) : null}
        onExport={() => setExporting(true)}
        tools={
          <>
            <SaveIndicator />
            {!isBeside && <BoardMenu workshop={workshop} onAgenda={leading.openAgenda} />}
          </>
        }
      />
      {isExporting && (
        <LazyPart load={PARTS.export} onClose={() => setExporting(false)} workshop={workshop} />
      )}
    </>
  );
}

/** The projection enters by the observers' link, which this device may not know. */
function projectionOf(boardId: BoardId): string | null {
  const link = linksOf(boardId).observer;
  return link === undefined ? null : `${projectionPath(boardId)}#${tokenOf(link)}`;
}

/** A window of its own has nothing to go back to. */
const stay = () => undefined;
