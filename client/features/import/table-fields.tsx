/** What a table is as a whole: which sheet, what its lines are, which line has the headers. */
import type { PriorityId } from '../../../shared/ids.ts';
import { type Mapping, remap } from '../../../shared/import/mapping.ts';
import type { Sheet, Table } from '../../../shared/import/table.ts';
import { IMPORT_KINDS } from '../../../shared/table/fields.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { SelectField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

export interface TableFieldsProps {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  readonly onSheet: (sheet: Sheet) => void;
  readonly onMapping: (mapping: Mapping) => void;
}

/** Lines offered as headers. */
const offeredLines = 12;

export function TableFields({ table, sheet, mapping, onSheet, onMapping }: TableFieldsProps) {
  const t = useWords(intakeWords);
  const { kind, header } = mapping;
  const { sheets } = table;
  return (
    <div className="intake-fields">
      {sheets.length > 1 && (
        <SelectField
          label={t.sheet}
          translate="no"
          value={sheets.indexOf(sheet)}
          onChange={(event) => {
            const next = sheets[Number(event.target.value)];
            if (next) onSheet(next);
          }}
        >
          {sheets.map(({ name }, at) => (
            <option key={name} value={at}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <Segmented
        legend={t.kind}
        options={IMPORT_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        value={kind}
        onChange={(next) => onMapping(remap(sheet, next, header))}
      />
      <SelectField
        label={t.header}
        translate="no"
        value={header ?? ''}
        onChange={({ target }) =>
          onMapping(remap(sheet, kind, target.value === '' ? null : Number(target.value)))
        }
      >
        <option value="">{t.noHeader}</option>
        {sheet.rows.slice(0, offeredLines).map((row, at) => {
          const text = row.filter((cell) => cell !== null && cell !== '').join(', ');
          if (text === '') return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a sheet is its place
            <option key={at} value={at}>
              {t.headerLine(at + 1, clip(text))}
            </option>
          );
        })}
      </SelectField>
    </div>
  );
}

export interface FallbackFieldProps {
  readonly value: PriorityId | null;
  readonly onChange: (value: PriorityId | null) => void;
}

/** The priority of lines that name none. */
export function FallbackField({ value, onChange }: FallbackFieldProps) {
  const t = useWords(intakeWords);
  const priorities = usePriorities();
  return (
    <SelectField
      label={t.fallback}
      translate="no"
      value={value ?? ''}
      onChange={({ target }) =>
        onChange(priorities.find(({ id }) => id === target.value)?.id ?? null)
      }
    >
      <option value="">{t.noFallback}</option>
      {priorities.map(({ id, title }, place) => (
        <option key={id} value={id}>
          {place + 1}. {title}
        </option>
      ))}
    </SelectField>
  );
}

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
