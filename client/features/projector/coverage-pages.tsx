/** Which direction acts for which priority, by name: as many of each to a page as can be read. */
import type { ReactNode } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { abbreviationOf, hueOf } from '../../../shared/board/labels.ts';
import { type Coverage, coverageOf, isEmpty } from '../../../shared/synthesis/coverage.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useWords } from '../../state/words.ts';
import { type Area, type Cell, gridFor, pagesOf } from './paging.ts';
import './projector.css';
import './coverage-pages.css';

/** In ems of the wall's text, as the style sheet has them: two lines of a name. */
const line: Cell = { width: 0, height: 2.4, gap: 0.15, maxColumns: 1 };
/** What stands above and below the lines: the title, three lines of a priority, the legend. */
const headHeight = 9.2;
/** The least that a priority takes beside the names of the directions, which have a share of the width. */
const column: Cell = { width: 7.1, height: 1, gap: 0.15, maxColumns: 6 };
const besideNames = 0.68;

/** Priorities by pages of columns, and of each the directions by pages of lines. */
export function coveragePages(board: Board, area: Area): readonly ReactNode[] {
  const coverage = coverageOf(board);
  const places = coverage.columns.map((_, at) => at);
  const across = gridFor({ ...area, width: area.width * besideNames }, column).columns;
  const down = gridFor({ ...area, height: area.height - headHeight * area.em }, line).rows;
  return pagesOf(places, across).flatMap((shown) =>
    pagesOf(coverage.rows, down).map((rows) => (
      <CoveragePage
        key={`${shown[0]} ${rows[0]?.direction?.id}`}
        coverage={coverage}
        shown={shown}
        rows={rows}
      />
    )),
  );
}

interface CoveragePageProps {
  readonly coverage: Coverage;
  /** Places of the columns that are on this page, from 0. */
  readonly shown: readonly number[];
  readonly rows: Coverage['rows'];
}

function CoveragePage({ coverage, shown, rows }: CoveragePageProps) {
  const t = useWords(projectionWords);
  return (
    <section className="projector-coverage">
      <h2 className="projector-lead">{t.coverage}</h2>
      <table translate="no">
        <thead>
          <tr>
            <td />
            {shown.map((at) => (
              <Priority key={at} at={at} title={coverage.columns[at]?.title} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ direction, squares }) => (
            <tr key={direction?.id ?? 'none'}>
              <th scope="row">
                <span className="projector-coverage-name">
                  {direction ? (direction.name ?? abbreviationOf(direction)) : t.withoutPilot}
                </span>
              </th>
              {shown.map((at) => (
                <Square key={at} at={at} square={squares[at]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="projector-quiet">{t.coverageLegend}</p>
    </section>
  );
}

/** The last column may be of actions whose priority is gone. */
const Priority = ({ at, title }: { readonly at: number; readonly title: string | undefined }) => (
  <th scope="col" data-hue={hueOf(at)}>
    <span className="projector-coverage-title">
      {title === undefined ? '–' : `${at + 1}. ${title}`}
    </span>
  </th>
);

interface SquareProps {
  readonly at: number;
  readonly square: Coverage['rows'][number]['squares'][number] | undefined;
}

function Square({ at, square }: SquareProps) {
  if (!square) return <td />;
  const { leads, supports } = square;
  return (
    <td
      data-hue={hueOf(at)}
      data-square={isEmpty(square) ? 'empty' : leads.length > 0 ? 'leads' : 'supports'}
    >
      {leads.length || supports.length || ''}
    </td>
  );
}
