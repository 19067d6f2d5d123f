/** In the window, what the board lacks of another epoch: counted, to be compared, copied, or thrown away. */
import { useState } from 'react';
import type { KeptItem } from '../../state/kept-shown.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Question } from '../../ui/question.tsx';
import { groupsOf } from './groups.ts';
import type { Hands } from './hands.ts';
import { countsOf } from './lacking.ts';
import { mailOf } from './mail.ts';
import type { Reading } from './reading.ts';
import type { Acts } from './use-acts.ts';

export interface KeptLackingProps {
  readonly hands: Hands;
  readonly reading: Reading;
  readonly acts: Acts;
  readonly onCompare: () => void;
  /** All of it is about to go away. */
  readonly onLeaves: (item: KeptItem) => void;
}

export function KeptLacking({ hands, reading, acts, onCompare, onLeaves }: KeptLackingProps) {
  const { lacking, workshop } = hands;
  const { t } = reading;
  const [isAsking, setIsAsking] = useState(false);
  const [first] = lacking;
  if (!first) return null;
  const discard = () => {
    setIsAsking(false);
    onLeaves(first);
    void acts.discard(lacking);
  };
  return (
    <section className="kept-lacking" aria-label={t.review.title}>
      <p>{t.lacking(countsOf(lacking))}</p>
      {isAsking ? (
        <Question title={t.discardAllTitle(lacking.length)} text={t.discardAllText}>
          <Button onClick={() => setIsAsking(false)}>{t.discardNo}</Button>
          <Button variant="danger" onClick={discard}>
            {t.discardYes}
          </Button>
        </Question>
      ) : (
        <div className="kept-acts">
          <Button variant="primary" size="small" aria-haspopup="dialog" onClick={onCompare}>
            {t.compare}
          </Button>
          <CopyButton
            size="small"
            text={mailOf(workshop, groupsOf(lacking, reading), reading)}
            label={t.copyAll}
          />
          <Button size="small" variant="quiet" onClick={() => setIsAsking(true)}>
            {t.discardAll}
          </Button>
        </div>
      )}
    </section>
  );
}
