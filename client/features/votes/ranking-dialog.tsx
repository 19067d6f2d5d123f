/** The ranking in a window: by round, as a picture or as a table. */
import { Split } from 'lucide-react';
import { useState } from 'react';
import type { RankedAction } from '../../../shared/session/votes/tally.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useNumber, usePreferences, useSession } from '../../state/hooks.ts';
import { useRanking } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DotBar } from '../../ui/dot-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import './votes.css';

const NONE: readonly never[] = [];

export interface RankingDialogProps {
  readonly onClose: () => void;
  /** Deals the first of them out to be filled; absent for those who do not lead. */
  readonly onDeal?: (() => void) | undefined;
}

export function RankingDialog({ onClose, onDeal }: RankingDialogProps) {
  const t = useWords(votesWords);
  const rounds = useSession((session) => session?.rounds ?? NONE).filter(({ result }) => result);
  const [chosen, setChosen] = useState<string>();
  const [display, setDisplay] = useState<'picture' | 'table'>('picture');
  const round = rounds.find(({ id }) => id === chosen) ?? rounds.at(-1);
  const ranking = useRanking(round);
  if (!round || !ranking) return null;
  const Shown = display === 'picture' ? RankingBars : RankingTable;
  return (
    <Dialog full translate="no" title={`${t.rankingTitle} — ${round.title}`} onClose={onClose}>
      <div className="ranking-choices">
        {rounds.length > 1 && (
          <Segmented
            legend={t.rounds}
            translate="no"
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
        {onDeal && (
          <Button
            icon={<Split />}
            onClick={() => {
              onClose();
              onDeal();
            }}
          >
            {t.deal}
          </Button>
        )}
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

interface RankingProps {
  readonly rows: readonly RankedAction[];
}

/** The ranking as bars of dots: those of the room and those of ballots apart, with their figures. */
function RankingBars({ rows }: RankingProps) {
  const best = rows[0]?.total ?? 1;
  const isTied = tiesOf(rows);
  return (
    <ol className="ranking-bars">
      {rows.map((row) => (
        <Bar key={row.actionId} row={row} best={best} isTied={isTied(row)} />
      ))}
    </ol>
  );
}

interface BarProps {
  readonly row: RankedAction;
  readonly best: number;
  readonly isTied: boolean;
}

function Bar({ row, best, isTied }: BarProps) {
  const t = useWords(votesWords);
  const title = useAction(row.actionId)?.title ?? '';
  const number = useNumber(row.actionId) ?? '';
  const { room, dots, total, rank, rankByVoices } = row;
  // What the directions would have decided is news only where it differs.
  const isOther = rankByVoices !== undefined && rankByVoices !== rank;
  const words = [
    ...(room > 0 ? [t.sides(room, dots)] : []),
    ...(isOther ? [t.gapWords(rankByVoices, rank - rankByVoices)] : []),
  ];
  return (
    <li className="ranking-bar">
      <p className="ranking-rank">{t.rank(rank, isTied)}</p>
      <div>
        <p className="ranking-title" translate="no">
          <span className="ranking-number">{number}</span> {title}
        </p>
        {words.length > 0 && <p className="ranking-words">{words.join(' · ')}</p>}
      </div>
      <DotBar hollow={room} filled={dots} max={best} />
      <p className="ranking-total">{total}</p>
    </li>
  );
}

/** Whether a row shares its rank with another. */
const tiesOf =
  (rows: readonly RankedAction[]) =>
  (row: RankedAction): boolean =>
    rows.some((other) => other !== row && other.rank === row.rank);

/** The ranking as a table, with everything the picture says. */
function RankingTable({ rows }: RankingProps) {
  const t = useWords(votesWords);
  const isTied = tiesOf(rows);
  return (
    // A wide table scrolls by itself: reachable by keyboard, so that all of it can be read.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ranking-scroll" aria-label={t.rankingTitle} tabIndex={0}>
      <table className="ranking-table">
        <thead>
          <tr>
            <th scope="col">{t.rankHead}</th>
            <th scope="col">{t.action}</th>
            <th scope="col">{t.room}</th>
            <th scope="col">{t.remote}</th>
            <th scope="col">{t.total}</th>
            <th scope="col">{t.voices}</th>
            <th scope="col">{t.gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.actionId} row={row} isTied={isTied(row)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row, isTied }: { readonly row: RankedAction; readonly isTied: boolean }) {
  const t = useWords(votesWords);
  const { language } = usePreferences();
  const title = useAction(row.actionId)?.title ?? '';
  const number = useNumber(row.actionId) ?? '';
  return (
    <tr>
      <td>{t.rank(row.rank, isTied)}</td>
      <th scope="row" translate="no">
        {number} {title}
      </th>
      <td className="ranking-figure">{row.room}</td>
      <td className="ranking-figure">{row.dots}</td>
      <td className="ranking-figure">{row.total}</td>
      <td className="ranking-figure">{row.voices.toLocaleString(language)}</td>
      <td>
        {row.rankByVoices === undefined
          ? '–'
          : t.gapWords(row.rankByVoices, row.rank - row.rankByVoices)}
      </td>
    </tr>
  );
}
