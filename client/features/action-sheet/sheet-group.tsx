/** One group of the sheet, with its few words of help; what is folded opens at a press. */
import { type ReactNode, useId } from 'react';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useWords } from '../../state/words.ts';
import type { GroupId } from './sheet-fields.ts';
import './sheet-group.css';

export interface SheetGroupProps {
  readonly id: GroupId;
  readonly children: ReactNode;
}

export function SheetGroup({ id, children }: SheetGroupProps) {
  const t = useWords(sheetWords);
  const titleId = useId();
  const { title, help } = t.groups[id];
  return (
    <section className="sheet-group" aria-labelledby={titleId}>
      <div className="sheet-group-head">
        <h3 id={titleId}>{title}</h3>
        <p>{help}</p>
      </div>
      {children}
    </section>
  );
}

export interface FoldedGroupProps extends SheetGroupProps {
  /** What stands in it already, beside its title. */
  readonly figure: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (open: boolean) => void;
}

export function FoldedGroup({ id, figure, isOpen, onToggle, children }: FoldedGroupProps) {
  const t = useWords(sheetWords);
  const titleId = useId();
  const { title, help } = t.groups[id];
  return (
    <section className="sheet-group" aria-labelledby={titleId}>
      <details
        open={isOpen}
        onToggle={({ currentTarget: { open } }) => open !== isOpen && onToggle(open)}
      >
        <summary className="sheet-group-head">
          <h3 id={titleId}>{title}</h3>
          <p>{[help, figure].filter(Boolean).join(' · ')}</p>
        </summary>
        {isOpen && children}
      </details>
    </section>
  );
}
