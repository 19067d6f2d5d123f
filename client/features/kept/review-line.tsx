/** A line of the review: what it would change, where a new action goes, why it could not be done. */
import type { Board } from '../../../shared/board/board.ts';
import { ChangedFields } from '../../ui/changed-fields.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { ReviewLine } from '../../ui/review-group.tsx';
import { KeptText } from './kept-text.tsx';
import { numbered } from './place.ts';
import type { BoardReading } from './reading.ts';
import type { Line } from './review-lines.ts';
import type { Acts } from './use-acts.ts';
import type { Choices } from './use-choices.ts';

export interface TellingProps {
  readonly reading: BoardReading;
  readonly acts: Acts;
  readonly choices: Choices;
}

export const toldLine = (line: Line, telling: TellingProps): ReviewLine => ({
  key: line.key,
  label: line.label,
  help: line.help,
  isWaiting: line.isContested || line.isPlaceless,
  detail: <Detail line={line} {...telling} />,
});

function Detail({ line, reading, acts, choices }: TellingProps & { readonly line: Line }) {
  const { t, board } = reading;
  const { changes, text, items, isPlaceless } = line;
  const texts: Readonly<Record<string, string | undefined>> = t.stays;
  const why = new Set(items.flatMap(({ key }) => texts[acts.stays.get(key)?.kind ?? ''] ?? []));
  return (
    <>
      {changes.length > 0 && <ChangedFields changes={changes} words={t.review} />}
      {(text || isPlaceless) && (
        <div className="kept-review-detail">
          {text && <KeptText label={null} text={text} other={null} t={t} />}
          {isPlaceless && <Place line={line} board={board} t={t} choices={choices} />}
        </div>
      )}
      {[...why].map((sentence) => (
        <p className="kept-stay" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}

interface PlaceProps extends Pick<TellingProps, 'choices'> {
  readonly line: Line;
  readonly board: Board;
  readonly t: BoardReading['t'];
}

function Place({ line, board, t, choices }: PlaceProps) {
  const priorities = numbered(board);
  const { review } = t;
  return (
    <SelectField
      label={review.into}
      translate="no"
      help={review.intoHelp}
      value={choices.places.get(line.key) ?? ''}
      onChange={({ target }) =>
        choices.place(line.key, priorities.find(({ id }) => id === target.value)?.id ?? null)
      }
    >
      <option value="">{review.choose}</option>
      {priorities.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
