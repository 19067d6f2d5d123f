/** From the wall to the synthesis and back, in the header where there is room; the menu has it too. */
import { ChartNoAxesColumn } from 'lucide-react';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import './board-page.css';

export interface SynthesisButtonProps {
  readonly isOpen: boolean;
  readonly onNear: () => void;
  readonly onToggle: () => void;
}

export function SynthesisButton({ isOpen, onNear, onToggle }: SynthesisButtonProps) {
  const { synthesis: t } = useWords();
  return (
    <span className="board-menu-wide">
      <Button
        icon={<ChartNoAxesColumn aria-hidden="true" />}
        aria-pressed={isOpen}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={onToggle}
      >
        {t.open}
      </Button>
    </span>
  );
}
