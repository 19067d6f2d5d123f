/** Each column of the table, some of its cells, and the field it fills. */
import type { Mapping } from '../../../shared/import/mapping.ts';
import type { Sheet } from '../../../shared/import/table.ts';
import { IMPORT_FIELDS } from '../../../shared/table/fields.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './column-list.css';

export interface ColumnListProps {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  readonly onAssign: (column: number, key: string | null) => void;
}

export function ColumnList({ sheet, mapping, onAssign }: ColumnListProps) {
  const t = useWords(intakeWords);
  const { language } = usePreferences();
  const { kind, header, columns } = mapping;
  return (
    <fieldset className="intake-columns">
      <legend>{t.columns}</legend>
      <p className="intake-help">{t.columnsHelp}</p>
      <ul>
        {columns.map((key, column) => {
          const title = header === null ? '' : String(sheet.rows[header]?.[column] ?? '').trim();
          const samples = samplesOf(sheet, header, column);
          if (title === '' && samples === '') return null;
          const name = clip(title, 60) || t.column(letterOf(column));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column of a sheet is its place
            <li className="intake-column" key={column} data-taken={key !== null}>
              <span className="intake-column-name" translate="no">
                {name}
              </span>
              <span className="intake-sample" translate="no">
                {samples || t.emptyColumn}
              </span>
              <select
                className="field-input"
                aria-label={t.columnAs(name)}
                value={key ?? ''}
                onChange={({ target }) => onAssign(column, target.value || null)}
              >
                <option value="">{t.notTaken}</option>
                {IMPORT_FIELDS[kind].map((field) => (
                  <option key={field.key} value={field.key}>
                    {field[language]}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** The first cells of a column that say something. */
function samplesOf({ rows }: Sheet, header: number | null, column: number): string {
  const samples: string[] = [];
  for (const row of rows.slice(header === null ? 0 : header + 1, 200)) {
    const text = String(row[column] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '' && !samples.includes(text)) samples.push(clip(text, 60));
    if (samples.length === 2) break;
  }
  return samples.join(' · ');
}

const clip = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max - 1)}…` : text;

/** A, B… Z, AA, as spreadsheets name columns. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
