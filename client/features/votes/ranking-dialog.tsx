/** The ranking in a window: by round, as a picture or as a table. */
import { useState } from 'react';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useSession } from '../../state/hooks.ts';
import { useRanking } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { RankingBars, RankingTable } from './ranking-bars.tsx';
import './votes.css';

const NONE: readonly never[] = [];

export function RankingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(votesWords);
  const rounds = useSession((session) => session?.rounds ?? NONE).filter(({ result }) => result);
  const [chosen, setChosen] = useState<string>();
  const [display, setDisplay] = useState<'picture' | 'table'>('picture');
  const round = rounds.find(({ id }) => id === chosen) ?? rounds.at(-1);
  const ranking = useRanking(round);
  if (!round || !ranking) return null;
  const Shown = display === 'picture' ? RankingBars : RankingTable;
  return (
    <Dialog full title={`${t.rankingTitle} — ${round.title}`} onClose={onClose}>
      <div className="ranking-choices">
        {rounds.length > 1 && (
          <Segmented
            legend={t.rounds}
            value={round.id}
            options={rounds.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setChosen}
          />
        )}
        <Segmented
          legend={t.display}
          value={display}
          options={[
            { value: 'picture', label: t.asPicture },
            { value: 'table', label: t.asTable },
          ]}
          onChange={setDisplay}
        />
      </div>
      {ranking.rows.length === 0 ? (
        <p>{t.noVotes}</p>
      ) : (
        <>
          <p className="ranking-count">
            {t.ballots(ranking.result.ballots, ranking.result.groups)}. {t.voicesHelp}
          </p>
          <Shown rows={ranking.rows} />
        </>
      )}
    </Dialog>
  );
}
