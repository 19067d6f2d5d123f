/** Fields where one picks one of several: in a list, or among few that are all in sight. */
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { type FieldText, SelectField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Option } from './options.ts';

interface ChoiceProps extends Pick<FieldText, 'label' | 'help'> {
  readonly options: readonly Option[];
  /** Code chosen; one that is not among the options is shown as it is. */
  readonly value: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
}

export function SelectChoice({ options, value, onChoose, ...text }: ChoiceProps) {
  const t = useWords(sheetWords);
  const isKnown = value === undefined || options.some(({ code }) => code === value);
  return (
    <SelectField
      {...text}
      // Terms of ours and names of theirs stand in the same lists.
      translate="no"
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      <option value="">{t.choose}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

export function SegmentChoice({ options, value, onChoose, label, help }: ChoiceProps) {
  const t = useWords(sheetWords);
  return (
    <div className="field">
      <div className="sheet-segments">
        <Segmented
          legend={label}
          options={options.map((option) => ({ value: option.code, label: option.label }))}
          value={value ?? null}
          onChange={onChoose}
        />
        {value !== undefined && (
          <Button variant="quiet" size="small" onClick={() => onChoose(undefined)}>
            <span aria-hidden="true">{t.clearShort}</span>
            <span className="visually-hidden">{t.clear(label)}</span>
          </Button>
        )}
      </div>
      <p className="field-help">{help}</p>
    </div>
  );
}
