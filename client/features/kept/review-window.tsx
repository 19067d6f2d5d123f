/**
 * For who leads: what this page holds and the board lacks, compared line by line as an amended list
 * is, and put back as one step.
 */
import { useMemo, useRef } from 'react';
import type { KeptItem } from '../../state/kept-shown.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ReviewButton } from '../../ui/review-button.tsx';
import { ReviewGroup } from '../../ui/review-group.tsx';
import type { Hands } from './hands.ts';
import { countsOf } from './lacking.ts';
import { laterOfAll } from './later.ts';
import { type BoardReading, useReading } from './reading.ts';
import { toldLine } from './review-line.tsx';
import { type Line, reviewOf } from './review-lines.ts';
import { type Acts, useActs } from './use-acts.ts';
import { type Choices, useChoices } from './use-choices.ts';
import './kept-window.css';

export interface ReviewWindowProps {
  readonly hands: Hands;
  readonly onClose: () => void;
}

/** Nothing where no board is open: there is nothing to compare with. */
export function ReviewWindow({ hands, onClose }: ReviewWindowProps) {
  const reading = useReading(hands.board);
  const open = useMemo(() => reading.board && { ...reading, board: reading.board }, [reading]);
  return open && <OpenReview hands={hands} reading={open} onClose={onClose} />;
}

interface OpenReviewProps extends ReviewWindowProps {
  readonly reading: BoardReading;
}

function OpenReview({ hands, reading, onClose }: OpenReviewProps) {
  const acts = useActs(hands, reading);
  const { lacking } = hands;
  const review = useMemo(() => reviewOf(lacking, reading), [lacking, reading]);
  const lines = [...review.changed, ...review.added, ...review.others];
  const choices = useChoices(lines);
  const { t } = reading;
  const told = (line: Line) => toldLine(line, { reading, acts, choices });
  const group = { isTaken: choices.isTaken, onTake: choices.take };
  const isContested = lines.some((line) => line.isContested);
  return (
    <Dialog title={t.review.title} onClose={onClose}>
      <div className="kept kept-review dialog-fill">
        <div className="kept-scroll">
          {lines.length === 0 ? <p>{t.review.done}</p> : <Lead hands={hands} t={t} />}
          {isContested && <p className="kept-quiet">{t.review.contestedText}</p>}
          {(['changed', 'added', 'others'] as const).map((kind) => (
            <ReviewGroup
              key={kind}
              {...group}
              title={t.review[kind](review[kind].length)}
              items={review[kind].map(told)}
            />
          ))}
        </div>
        <Foot
          hands={hands}
          acts={acts}
          t={t}
          isEmpty={lines.length === 0}
          places={choices.places}
          ticked={lines.filter(({ key }) => choices.isTaken(key))}
        />
      </div>
    </Dialog>
  );
}

type Words = BoardReading['t'];

function Lead({ hands, t }: { readonly hands: Hands; readonly t: Words }) {
  return (
    <>
      <p>
        {t.lacking(countsOf(hands.lacking))} {hands.isOnlyHere && t.onlyHere}
      </p>
      <p className="kept-quiet">{t.review.text}</p>
    </>
  );
}

interface FootProps {
  readonly hands: Hands;
  readonly acts: Acts;
  readonly t: Words;
  readonly isEmpty: boolean;
  readonly places: Choices['places'];
  readonly ticked: readonly Line[];
}

function Foot({ hands, acts, t, isEmpty, places, ticked }: FootProps) {
  const said = useRef<HTMLDivElement>(null);
  const later = laterOfAll(hands.lacking, hands.laterOf);
  const putBack = async () => {
    const items: readonly KeptItem[] = ticked.flatMap((line) => line.items);
    // What is ticked was shown beside what it replaces.
    await acts.putBack(items, { onChangedText: 'replace', into: places });
    said.current?.focus();
  };
  return (
    <div className="kept-foot">
      <div className="kept-said" tabIndex={-1} ref={said}>
        <p role="status">{acts.said?.text}</p>
        {acts.said?.undo && (
          <Button size="small" onClick={() => void acts.said?.undo?.()}>
            {t.undo}
          </Button>
        )}
      </div>
      {acts.share !== null && <Progress label={t.putting} share={acts.share} />}
      {!isEmpty && (
        <ReviewButton
          count={ticked.length}
          why={later && t.later[later]}
          busy={acts.isBusy}
          onPress={() => void putBack()}
        >
          {t.review.putBack(ticked.length)}
        </ReviewButton>
      )}
    </div>
  );
}
