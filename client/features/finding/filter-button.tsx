/** Opens the filters beside the field; says how many choices hold. The panel comes in its slot. */
import { ListFilter } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { countChosen } from '../../../shared/finding/filter.ts';
import { useFilter } from '../../state/use-finding.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import './search-field.css';

export interface FilterButtonProps {
  readonly onNear: () => void;
  /** The panel, told how to close. */
  readonly panel: (close: () => void) => ReactNode;
}

export function FilterButton({ onNear, panel }: FilterButtonProps) {
  const { finding: t } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const count = countChosen(useFilter());
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="finding-filters">
      <Button
        ref={button}
        variant="quiet"
        icon={<ListFilter />}
        label={count === 0 ? t.filters : t.filtersOn(count)}
        aria-expanded={open}
        onPointerEnter={onNear}
        onFocus={onNear}
        onClick={() => setOpen(!open)}
      />
      {count > 0 && (
        <span className="finding-count" aria-hidden="true">
          {count}
        </span>
      )}
      {open && panel(close)}
    </div>
  );
}
