/**
 * A label, its control, a line of help and a line that says what is wrong, tied together by ids so
 * that all four are read as one. Four native controls stand ready; {@link Field} ties any other.
 */
import { type ComponentProps, type ReactNode, useId } from 'react';
import './field.css';

export interface FieldText {
  readonly label: string;
  /** Keeps the label for those who listen; only where the place itself says what to write. */
  readonly hideLabel?: boolean;
  readonly help?: string | undefined;
  /** What is wrong and how to mend it. Its presence marks the control as invalid. */
  readonly error?: string | undefined;
}

/** What the control must carry for the label, the help and the error to be its own. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldText {
  readonly children: (wiring: FieldWiring) => ReactNode;
}

export function Field({ label, hideLabel = false, help, error, children }: FieldProps) {
  const id = useId();
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  // The error comes first: whoever returns to the field wants it before the help they know.
  const describedBy = [errorId, helpId].filter((part) => part !== undefined).join(' ');
  return (
    <div className="field">
      <label className={hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
      {help && (
        <p className="field-help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Tag>,
  'className' | 'style' | 'id'
>;

/** One line of text, or whatever one-line `type` the browser knows. */
export type TextFieldProps = FieldText & Native<'input'>;
export function TextField(props: TextFieldProps) {
  const [text, native] = split(props);
  return (
    <Field {...text}>{(wiring) => <input {...native} {...wiring} className="field-input" />}</Field>
  );
}

export type TextAreaFieldProps = FieldText & Native<'textarea'>;
export function TextAreaField(props: TextAreaFieldProps) {
  const [text, native] = split(props);
  return (
    <Field {...text}>
      {(wiring) => <textarea {...native} {...wiring} className="field-input" />}
    </Field>
  );
}

/** The options are the caller's `<option>` children. */
export type SelectFieldProps = FieldText & Native<'select'>;
export function SelectField(props: SelectFieldProps) {
  const [text, native] = split(props);
  return (
    <Field {...text}>
      {(wiring) => <select {...native} {...wiring} className="field-input" />}
    </Field>
  );
}

function split<Props extends FieldText>({ label, hideLabel, help, error, ...native }: Props) {
  return [{ label, hideLabel: hideLabel ?? false, help, error }, native] as const;
}
