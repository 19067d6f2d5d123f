/** The ranking as bars of dots: those of the room and those of ballots apart, with their figures. */
import type { RankedAction } from '../../../shared/session/votes/tally.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useNumber } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { DotBar } from '../../ui/dot-bar.tsx';
import './votes.css';

export interface RankingProps {
  readonly rows: readonly RankedAction[];
}

export function RankingBars({ rows }: RankingProps) {
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
  const words = [
    ...(room > 0 ? [t.sides(room, dots)] : []),
    ...(rankByVoices === undefined ? [] : [t.gapWords(rank - rankByVoices)]),
  ];
  return (
    <li className="ranking-bar">
      <p className="ranking-rank">{t.rank(rank, isTied)}</p>
      <div>
        <p className="ranking-title">
          <span className="ranking-number">{number}</span> {title}
        </p>
        <DotBar hollow={room} filled={dots} max={best} />
        <p className="ranking-words">{words.join(' · ')}</p>
      </div>
      <p className="ranking-total">{total}</p>
    </li>
  );
}

/** Whether a row shares its rank with another. */
export const tiesOf =
  (rows: readonly RankedAction[]) =>
  (row: RankedAction): boolean =>
    rows.some((other) => other !== row && other.rank === row.rank);
