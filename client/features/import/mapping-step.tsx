/** What is in the table, and what adding it would do: columns, lines that cannot be, what is left. */
import { useMemo, useState } from 'react';
import type { PriorityId } from '../../../shared/ids.ts';
import {
  assignColumn,
  guessMapping,
  type MappedRow,
  type Mapping,
  mappedRows,
  remap,
} from '../../../shared/import/mapping.ts';
import { planImport } from '../../../shared/import/plan.ts';
import type { Plan, PlanOptions } from '../../../shared/import/planned.ts';
import type { Sheet, Table } from '../../../shared/import/table.ts';
import { IMPORT_FIELDS, type ImportKind, mainField } from '../../../shared/table/fields.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { today } from '../../state/dates.ts';
import { useBoardClient, useConnectionState, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { boardOf } from './apply-import.ts';
import { ColumnList } from './column-list.tsx';
import { FaultList } from './fault-list.tsx';
import { GuessList } from './guess-list.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { SheetNotices } from './sheet-notices.tsx';
import { Step } from './step.tsx';
import { FallbackField, TableFields } from './table-fields.tsx';
import type { Opened } from './use-table-import.ts';

export interface MappingStepProps {
  readonly opened: Opened;
  readonly onBack: () => void;
  readonly onAdd: (kind: ImportKind, rows: readonly MappedRow[], options: PlanOptions) => void;
}

// One form, whose choices are judged together.
export function MappingStep({ opened: { name, table }, onBack, onAdd }: MappingStepProps) {
  const t = useWords(intakeWords);
  const { language } = usePreferences();
  const isLive = useConnectionState() === 'live';
  const { sheet, mapping, options, set } = useMapping(table);
  const { rows, plan } = usePlan(sheet, mapping, options);
  const { kind } = mapping;
  const faults = [
    ...(sheet.unreadable ?? []).map(t.unreadable),
    ...plan.faults.map(({ message }) => message),
  ];
  const count = plan.actions.length + plan.entities.length;
  const main = IMPORT_FIELDS[kind].find(({ key }) => key === mainField(kind));
  const lacks = Object.values(plan.missing).some((names) => names.length > 0);
  return (
    <Step
      translate="no"
      title={`${name} · ${t.lines(rows.length)}`}
      foot={
        <>
          <Button onClick={onBack}>{t.back}</Button>
          <Button
            variant="primary"
            disabled={count === 0 || !isLive}
            onClick={() => onAdd(kind, rows, options)}
          >
            {t.add(kind, count)}
          </Button>
        </>
      }
    >
      {!isLive && <Notice tone="warning" title={t.offline} />}
      <SheetNotices sheet={sheet} table={table} />
      <TableFields
        table={table}
        sheet={sheet}
        mapping={mapping}
        onSheet={set.sheet}
        onMapping={set.mapping}
      />
      <ColumnList
        sheet={sheet}
        mapping={mapping}
        onAssign={(column, key) => set.mapping(assignColumn(mapping, column, key))}
      />
      {kind === 'actions' && (
        <>
          <FallbackField value={options.fallback} onChange={set.fallback} />
          {(lacks || !options.addsMissing) && (
            <CheckField
              label={t.addMissing}
              translate={lacks ? 'no' : undefined}
              help={lacks ? t.missing(plan.missing) : undefined}
              checked={options.addsMissing}
              onChange={set.addsMissing}
            />
          )}
        </>
      )}
      {main && !mapping.columns.includes(main.key) && (
        <Notice tone="error" title={t.mainMissing(main[language])} />
      )}
      {plan.guesses.length > 0 && (
        <GuessList guesses={plan.guesses} refused={options.refused} onRefused={set.refused} />
      )}
      <PlanPreview plan={plan} kind={kind} />
      {faults.length > 0 && (
        <FaultList faults={faults} words={{ title: t.faults(faults.length), text: t.faultsText }} />
      )}
    </Step>
  );
}

type Options = PlanOptions & Required<Pick<PlanOptions, 'refused'>>;

const firstOptions = (): Options => ({
  addsMissing: true,
  fallback: null,
  refused: new Set(),
  today: today(),
});

/** What the person has said of the table, beginning with what can be guessed. */
function useMapping({ sheets }: Table) {
  const [first] = sheets;
  if (!first) throw new Error('a table has a sheet');
  const [sheet, setSheet] = useState<Sheet>(() => bestSheet(sheets, first));
  const [mapping, setMapping] = useState<Mapping>(() => guessed(sheet));
  const [options, setOptions] = useState<Options>(firstOptions);
  return {
    sheet,
    mapping,
    options,
    set: {
      sheet: (next: Sheet) => {
        setSheet(next);
        setMapping(guessed(next));
      },
      mapping: setMapping,
      fallback: (fallback: PriorityId | null) => setOptions({ ...options, fallback }),
      addsMissing: (addsMissing: boolean) => setOptions({ ...options, addsMissing }),
      refused: (refused: ReadonlySet<string>) => setOptions({ ...options, refused }),
    },
  };
}

/** The guess, with a place for each column of the sheet. */
const guessed = (sheet: Sheet): Mapping => {
  const { kind, header } = guessMapping(sheet);
  return remap(sheet, kind, header);
};

/** The sheet whose headers say most. */
const bestSheet = (sheets: readonly Sheet[], first: Sheet): Sheet => {
  const known = (sheet: Sheet) => guessMapping(sheet).columns.filter((key) => key !== null).length;
  return sheets.reduce((best, sheet) => (known(sheet) > known(best) ? sheet : best), first);
};

function usePlan(
  sheet: Sheet,
  mapping: Mapping,
  options: PlanOptions,
): { readonly rows: readonly MappedRow[]; readonly plan: Plan } {
  const client = useBoardClient();
  const rows = useMemo(() => mappedRows(sheet, mapping), [sheet, mapping]);
  // Against the board as it stands when the person last said something: others go on writing.
  const plan = useMemo(
    () => planImport(mapping.kind, rows, boardOf(client), options),
    [mapping.kind, rows, client, options],
  );
  return { rows, plan };
}
