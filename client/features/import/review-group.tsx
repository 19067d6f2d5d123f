/** Lines of one kind, each with a box to tick, and one box for all of them. */
import type { ReactNode } from 'react';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';

interface ReviewItem {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly detail?: ReactNode;
}
export interface ReviewGroupProps {
  readonly title: string;
  readonly help?: string;
  /** An empty group is not shown. */
  readonly items: readonly ReviewItem[];
  readonly isTaken: (key: string) => boolean;
  readonly onTake: (keys: readonly string[], isOn: boolean) => void;
}

/** Beyond, lines are counted: they are taken or left all together. */
const shown = 200;

export function ReviewGroup({ title, help, items, isTaken, onTake }: ReviewGroupProps) {
  const t = useWords(intakeWords);
  if (items.length === 0) return null;
  const keys = items.map(({ key }) => key);
  return (
    <fieldset className="intake-group">
      <legend>{title}</legend>
      {help && <p className="intake-help">{help}</p>}
      {items.length > 1 && (
        <CheckField
          label={t.all}
          checked={keys.every(isTaken)}
          onChange={(isOn) => onTake(keys, isOn)}
        />
      )}
      <ul className="intake-items">
        {items.slice(0, shown).map(({ key, label, help: about, detail }) => (
          <li className="intake-item" key={key}>
            <CheckField
              label={label}
              help={about}
              checked={isTaken(key)}
              onChange={(isOn) => onTake([key], isOn)}
            />
            {detail}
          </li>
        ))}
        {items.length > shown && <li className="intake-item">{t.andMore(items.length - shown)}</li>}
      </ul>
    </fieldset>
  );
}
