/** One of the four groups of the sheet, with its few words of help. */
import { type ReactNode, useId } from 'react';
import { useSheetWords } from '../../state/words/sheet.ts';
import type { GroupId } from './sheet-fields.ts';

export interface SheetGroupProps {
  readonly id: GroupId;
  readonly children: ReactNode;
}

export function SheetGroup({ id, children }: SheetGroupProps) {
  const t = useSheetWords();
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
