/** In the window, what the board lacks of another epoch: counted, to be compared, copied, or thrown away. */
import type { KeptItem } from '../../state/kept-shown.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { AskedDiscard, allWords } from './asked-discard.tsx';
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
  const [first] = lacking;
  if (!first) return null;
  const discard = () => {
    onLeaves(first);
    void acts.discard(lacking);
  };
  return (
    <section className="kept-lacking" aria-label={t.review.title}>
      <p>{t.lacking(countsOf(lacking))}</p>
      <AskedDiscard words={allWords(t, lacking.length)} onDiscard={discard}>
        {(ask, opener) => (
          <div className="kept-acts">
            <Button variant="primary" size="small" aria-haspopup="dialog" onClick={onCompare}>
              {t.compare}
            </Button>
            <CopyButton
              size="small"
              text={mailOf(workshop, groupsOf(lacking, reading), reading)}
              label={t.copyAll}
            />
            <Button ref={opener} size="small" variant="quiet" onClick={ask}>
              {t.discardAll}
            </Button>
          </div>
        )}
      </AskedDiscard>
    </section>
  );
}
