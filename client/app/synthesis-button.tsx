/** From the wall to the synthesis and back, in the header where there is room; the menu has it too. */
import { ChartNoAxesColumn } from 'lucide-react';
import type { BoardId } from '../../shared/ids.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { prefetch } from './lazy-part.tsx';
import { PARTS } from './parts.ts';
import { closeSynthesis, openSynthesis } from './routes.ts';
import './board-page.css';

export interface SynthesisButtonProps {
  readonly boardId: BoardId;
  readonly isOpen: boolean;
}

export function SynthesisButton({ boardId, isOpen }: SynthesisButtonProps) {
  const { synthesis: t } = useWords();
  return (
    <span className="board-menu-wide">
      <Button
        icon={<ChartNoAxesColumn />}
        aria-pressed={isOpen}
        onPointerEnter={prefetch(PARTS.synthesis)}
        onFocus={prefetch(PARTS.synthesis)}
        onClick={() => (isOpen ? closeSynthesis(boardId) : openSynthesis(boardId, 'coverage'))}
      >
        {t.open}
      </Button>
    </span>
  );
}
