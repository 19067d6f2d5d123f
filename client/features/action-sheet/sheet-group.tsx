/** One of the four groups of the sheet, with its few words of help. */
import { type ReactNode, useId } from 'react';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useWords } from '../../state/words.ts';
import type { GroupId } from './sheet-fields.ts';

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
