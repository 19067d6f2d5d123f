/** Lines of one kind, each with a box to tick, and one box for all of them. */
import type { ReactNode } from 'react';
import { CheckField } from './check-field.tsx';
import './review-group.css';

export interface ReviewLine {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly detail?: ReactNode;
}
export interface ReviewGroupProps {
  readonly title: string;
  readonly help?: string;
  /** An empty group is not shown. */
  readonly items: readonly ReviewLine[];
  readonly isTaken: (key: string) => boolean;
  readonly onTake: (keys: readonly string[], isOn: boolean) => void;
  readonly words: ReviewWords;
}
interface ReviewWords {
  /** Of the box for all of them. */
  readonly all: string;
  readonly andMore: (count: number) => string;
}

/** Beyond, lines are counted: they are taken or left all together. */
const shown = 200;

export function ReviewGroup({ title, help, items, isTaken, onTake, words }: ReviewGroupProps) {
  if (items.length === 0) return null;
  const keys = items.map(({ key }) => key);
  return (
    <fieldset className="review-group">
      <legend>{title}</legend>
      {help && <p className="review-help">{help}</p>}
      {items.length > 1 && (
        <CheckField
          label={words.all}
          checked={keys.every(isTaken)}
          onChange={(isOn) => onTake(keys, isOn)}
        />
      )}
      <ul className="review-items">
        {items.slice(0, shown).map(({ key, label, help: about, detail }) => (
          <li className="review-item" key={key}>
            <CheckField
              label={label}
              help={about}
              checked={isTaken(key)}
              onChange={(isOn) => onTake([key], isOn)}
            />
            {detail}
          </li>
        ))}
        {items.length > shown && (
          <li className="review-item">{words.andMore(items.length - shown)}</li>
        )}
      </ul>
    </fieldset>
  );
}
