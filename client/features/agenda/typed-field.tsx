/** One line, or a few, saved as they are typed: others see them appear. */
import type { Step } from '../../../shared/session/agenda/step.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useEditedValue } from '../../state/use-edited-value.ts';
import type { FieldPlace } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { EditedField } from '../../ui/edited-field.tsx';

/** Long enough for a word to be finished, short enough for others to see it appear. */
const saveDelayMs = 700;

export interface TypedFieldProps {
  /** Unique in the déroulé, and the title of its step. */
  readonly place: Pick<FieldPlace, 'key' | 'about'>;
  readonly label: string;
  readonly help?: string | undefined;
  readonly stored: string;
  readonly kind: 'line' | 'area' | 'count';
  readonly max: number;
  /** Why a text cannot be kept; undefined when it can. */
  readonly whyNot: (text: string) => string | undefined;
  readonly onSave: (text: string) => Promise<boolean>;
}

export function TypedField({ place, stored, whyNot, onSave, ...field }: TypedFieldProps) {
  const { agenda } = useWords(cockpitWords);
  const save = (text: string) => whyNot(text) === undefined && onSave(text);
  const edited = useEditedValue({
    place: { ...place, screen: 'agenda', field: field.label },
    stored,
    save,
    pauseMs: saveDelayMs,
  });
  return (
    <div className="agenda-field" data-kind={field.kind}>
      <EditedField
        {...field}
        error={whyNot(edited.text)}
        edited={edited}
        words={agenda}
        onChange={({ target }) => edited.write(target.value)}
        onBlur={edited.leave}
      />
    </div>
  );
}

export const placeIn = ({ id, title }: Step, key: string): TypedFieldProps['place'] => ({
  key: `${id}.${key}`,
  about: () => title,
});

/** What is typed as a whole number; null outside of the range. */
export function readWhole(text: string, min: number, max: number): number | null {
  const value = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}
