/** What the program of a table hides or leaves out, said before anything of it is taken. */
import type { Sheet, Table } from '../../../shared/import/table.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useWords } from '../../state/words.ts';
import { Notice } from '../../ui/notice.tsx';

export interface SheetNoticesProps {
  readonly sheet: Sheet;
  readonly table: Pick<Table, 'hiddenSheets'>;
}

export function SheetNotices({ sheet, table: { hiddenSheets = [] } }: SheetNoticesProps) {
  const t = useWords(intakeWords);
  const { hidden, isCut, openQuoteLine } = sheet;
  return (
    <>
      {isCut && <Notice tone="warning" title={t.cut} />}
      {openQuoteLine !== undefined && <Notice tone="warning" title={t.openQuote(openQuoteLine)} />}
      {hidden && <Notice tone="warning" title={t.hidden(hidden.rows, hidden.columns)} />}
      {hiddenSheets.length > 0 && <Notice tone="info" title={t.hiddenSheets(hiddenSheets)} />}
    </>
  );
}
