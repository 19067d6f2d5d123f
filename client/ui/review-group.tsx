/** Lines of one kind, each with a box to tick, and one box for all that are drawn. */
import { type ReactNode, useState } from 'react';
import { reviewWords } from '../../shared/text/fr/review.ts';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import { CheckField } from './check-field.tsx';
import './review-group.css';

export interface ReviewLine {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly detail?: ReactNode;
  /** It waits for a person's word: where not all are drawn, it comes before those that do not. */
  readonly isWaiting?: boolean;
}
export interface ReviewGroupProps {
  readonly title: string;
  readonly help?: string;
  /** An empty group is not shown. */
  readonly items: readonly ReviewLine[];
  readonly isTaken: (key: string) => boolean;
  readonly onTake: (keys: readonly string[], isOn: boolean) => void;
}

/** Lines drawn at first, and by each press for more. */
const portion = 200;

export function ReviewGroup({ title, help, items, isTaken, onTake }: ReviewGroupProps) {
  const words = useWords(reviewWords);
  const [limit, setLimit] = useState(portion);
  if (items.length === 0) return null;
  const ordered = inOrder(items, limit);
  const [drawn, rest] = [ordered.slice(0, limit), ordered.slice(limit)];
  const keys = drawn.map(({ key }) => key);
  const taken = keys.filter(isTaken).length;
  return (
    <fieldset className="review-group">
      <legend>{title}</legend>
      {help && <p className="review-help">{help}</p>}
      {items.length > 1 && (
        <CheckField
          label={rest.length > 0 ? words.allShown : words.all}
          checked={taken === keys.length || (taken > 0 && 'mixed')}
          onChange={(isOn) => onTake(keys, isOn)}
        />
      )}
      <ul className="review-items">
        {drawn.map(({ key, label, help: about, detail }) => (
          <li className="review-item" key={key}>
            <CheckField
              label={label}
              translate="no"
              help={about}
              checked={isTaken(key)}
              onChange={(isOn) => onTake([key], isOn)}
            />
            {detail}
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <div className="review-more">
          <p>{words.notShown(rest.length, rest.filter(({ key }) => isTaken(key)).length)}</p>
          <Button size="small" onClick={() => setLimit(limit + portion)}>
            {words.showMore(Math.min(portion, rest.length))}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function inOrder(items: readonly ReviewLine[], limit: number): readonly ReviewLine[] {
  // As they come: a line that begins to wait must not jump away under the hand.
  if (items.length <= limit) return items;
  const waiting = items.filter(({ isWaiting }) => isWaiting);
  return waiting.concat(items.filter(({ isWaiting }) => !isWaiting));
}
