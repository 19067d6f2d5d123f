/** The synthesis on the wall: fewer words and larger figures than on a screen in one's hands. */
import type { ReactNode } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { deadlinesOf, type Year } from '../../../shared/synthesis/deadlines.ts';
import { measuresOf } from '../../../shared/synthesis/indicators.ts';
import { LEVELS, levelsOf } from '../../../shared/synthesis/levels.ts';
import { missingOf } from '../../../shared/synthesis/missing.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { synthesisWords } from '../../../shared/text/fr/synthesis.ts';
import { useBoard } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { type Area, type Cell, gridFor, pagesOf } from './paging.ts';
import './projector.css';
import './tiles.css';
import './synthesis-pages.css';

/** In ems of the wall's text; one to a line, however wide. */
const yearLine: Cell = { width: 0, height: 4.6, gap: 0.6, maxColumns: 1 };

const linesFor = (area: Area, head: number, size: Cell): number =>
  gridFor({ ...area, height: area.height - head * area.em }, size).rows;

export function MatrixPage() {
  const t = useWords(projectionWords);
  const board = useBoard((now) => now);
  const levels = levelsOf(board);
  return (
    <section className="projector-matrix">
      <h2 className="projector-lead">{t.matrix}</h2>
      <table>
        <tbody>
          {[...LEVELS].reverse().map((impact) => (
            <tr key={impact}>
              <th scope="row">{t.impactLevels[impact]}</th>
              {LEVELS.map((feasibility) => {
                const actions = levels.at(impact, feasibility);
                return (
                  <td key={feasibility} data-filled={actions.length > 0 ? '' : undefined}>
                    <b>{actions.length || ''}</b>
                    <span className="projector-numbers">
                      {actions.map(({ id }) => board.numbers.get(id)).join(' ')}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <td />
            {LEVELS.map((feasibility) => (
              <th key={feasibility} scope="col">
                {t.feasibilityLevels[feasibility]}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      {levels.unrated.length > 0 && (
        <p className="projector-quiet">{t.unrated(levels.unrated.length)}</p>
      )}
    </section>
  );
}

export function deadlinesPages(board: Board, area: Area): readonly ReactNode[] {
  const { years, undated } = deadlinesOf(board);
  const pages = pagesOf(years, linesFor(area, 5, yearLine));
  return (pages.length > 0 ? pages : [[]]).map((shown) => (
    <DeadlinesPage key={`deadlines ${shown[0]?.year}`} years={shown} undated={undated.length} />
  ));
}

interface DeadlinesPageProps {
  readonly years: readonly Year[];
  readonly undated: number;
}

function DeadlinesPage({ years, undated }: DeadlinesPageProps) {
  const t = useWords(projectionWords);
  return (
    <section className="projector-deadlines">
      <h2 className="projector-lead">{t.deadlines}</h2>
      <ul className="projector-rows">
        {years.map(({ year, quarters }) => (
          <li key={year} className="projector-year">
            <b>{year}</b>
            {quarters.map((actions, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a quarter is its place
              <p key={at} data-filled={actions.length > 0 ? '' : undefined}>
                <span className="projector-quiet">{t.quarter(at + 1)}</span>
                <b>{actions.length}</b>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {undated > 0 && <p className="projector-lead">{t.undated(undated)}</p>}
    </section>
  );
}

export function IndicatorsPage() {
  const t = useWords(projectionWords);
  const { measures, targeted, without } = measuresOf(useBoard((now) => now));
  const tiles = [
    [t.named, measures.length],
    [t.targeted, targeted],
    [t.withoutIndicator, without.length],
  ] as const;
  return (
    <section className="projector-hidden">
      <h2 className="projector-lead">{t.indicators}</h2>
      <ul className="projector-tiles">
        {tiles.map(([words, count]) => (
          <li key={words} className="projector-tile">
            <p className="projector-tile-name">{words}</p>
            <p className="projector-figure">{count}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function MissingPage() {
  const synthesis = useWords(synthesisWords);
  const t = useWords(projectionWords);
  const { fields, complete, total } = missingOf(useBoard((now) => now));
  return (
    <section className="projector-list">
      <h2 className="projector-lead">
        {t.missing} · {t.complete(complete.length, total)}
      </h2>
      <ul className="projector-lacks">
        {fields.map(({ field, actions }) => (
          <li key={field} data-filled={actions.length > 0 ? '' : undefined}>
            <span>{synthesis.fields[field]}</span>
            <progress max={Math.max(1, total)} value={total - actions.length} />
            <b>{total - actions.length}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
