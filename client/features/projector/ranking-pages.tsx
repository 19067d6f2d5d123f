/** The ranking as bars of dots, as many rows as the wall takes. */
import { type ReactNode, useState } from 'react';
import type { RankedAction } from '../../../shared/session/votes/tally.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useBoardClient, useNumber } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { DotBar } from '../../ui/dot-bar.tsx';
import { type Area, type Cell, gridFor, pagesOf } from './paging.ts';
import './projector.css';
import './ranking-pages.css';

/** In ems of the wall's text; one to a line, however wide. */
const row: Cell = { width: 0, height: 3.5, gap: 0.4, maxColumns: 1 };
const headHeight = 2.6;

export function rankingPages(
  rows: readonly RankedAction[],
  round: RoundView,
  area: Area,
): readonly ReactNode[] {
  const height = area.height - headHeight * area.em;
  const fits = gridFor({ ...area, height }, row).rows;
  const best = rows[0]?.total ?? 1;
  const pages = pagesOf(rows, fits);
  return (pages.length > 0 ? pages : [[]]).map((shown) => (
    <RankingPage key={shown[0]?.actionId ?? 'none'} shown={shown} best={best} round={round} />
  ));
}

/** Its dots fall into their bars, which takes eight seconds at most (ranking-pages.css). */
const newsMs = 10_000;

interface RankingPageProps {
  readonly shown: readonly RankedAction[];
  readonly best: number;
  readonly round: RoundView;
}

function RankingPage({ shown, best, round }: RankingPageProps) {
  const t = useWords(projectionWords);
  const votes = useWords(votesWords);
  const { clockOffset } = useBoardClient().stores;
  // At the close, and not where a screen comes to a ranking that is known already.
  const [isNew] = useState(
    () => Date.now() + clockOffset.getState() - (round.closedAt ?? 0) < newsMs,
  );
  return (
    <section
      className="projector-ranking"
      data-new={isNew ? '' : undefined}
      data-first={shown[0]?.rank === 1 ? '' : undefined}
    >
      <h2 className="projector-lead" translate="no">
        {t.ranking} · {round.title}
      </h2>
      {shown.length === 0 && <p className="projector-centre">{votes.noVotes}</p>}
      <ol className="projector-rows">
        {shown.map((one) => (
          <Row key={one.actionId} row={one} best={best} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row: one, best }: { readonly row: RankedAction; readonly best: number }) {
  const t = useWords(projectionWords);
  const title = useAction(one.actionId)?.title ?? '';
  const number = useNumber(one.actionId) ?? '';
  const { rank, room, dots, total } = one;
  return (
    <li className="projector-row">
      <span className="projector-row-rank">{rank}</span>
      <p className="projector-row-title" translate="no">
        <b>{number}</b> {title}
      </p>
      <div className="projector-row-bar">
        <DotBar hollow={room} filled={dots} max={best} />
        {room > 0 && <p className="projector-quiet">{t.sides(room, dots)}</p>}
      </div>
      <span className="projector-row-total">{total}</span>
    </li>
  );
}
