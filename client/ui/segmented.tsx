/** A choice among few, all in sight: native radio buttons drawn as one joined row. */
import { useId } from 'react';
import './segmented.css';

export interface SegmentedProps<Value extends string> {
  /** The question the options answer. */
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly options: readonly SegmentedOption<Value>[];
  /** null as long as nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** Given where what is chosen among is people's words: a browser does not translate them. */
  readonly translate?: 'no';
}

interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

export function Segmented<Value extends string>({
  legend,
  hideLegend = false,
  options,
  value,
  onChange,
  disabled = false,
  translate,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segmented" disabled={disabled}>
      <legend className={hideLegend ? 'visually-hidden' : 'segmented-legend'}>{legend}</legend>
      <div className="segmented-options" translate={translate}>
        {options.map((option) => (
          <label className="segment" key={option.value}>
            <input
              type="radio"
              className="segment-input"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className="segment-text">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
