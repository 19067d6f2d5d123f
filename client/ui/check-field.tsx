/** A box to tick, its label beside it and a line of help below. */
import { useId } from 'react';
import './check-field.css';

export interface CheckFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  /** `mixed`: of what the box stands for, some is ticked and some is not. */
  readonly checked: boolean | 'mixed';
  readonly onChange: (checked: boolean) => void;
  /** Given where these words are people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
}

export function CheckField({ label, help, checked, onChange, translate }: CheckFieldProps) {
  const id = useId();
  const helpId = help ? `${id}-help` : undefined;
  return (
    <div className="check-field" translate={translate}>
      <label className="check-field-label">
        <input
          type="checkbox"
          className="check-field-box"
          checked={checked === true}
          ref={(box) => {
            // No attribute says it: the box alone can be told.
            if (box) box.indeterminate = checked === 'mixed';
          }}
          aria-describedby={helpId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {help && (
        <p className="check-field-help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
