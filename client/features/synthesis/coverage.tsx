/** Direction × priority: gommettes where a direction acts, a hatched square where nobody does. */
import { abbreviationOf, hueOf } from '../../../shared/board/labels.ts';
import type { Direction, Priority } from '../../../shared/board/schema.ts';
import {
  type Coverage,
  coverageOf,
  isEmpty,
  type Square,
} from '../../../shared/synthesis/coverage.ts';
import type { SynthesisWords } from '../../../shared/text/fr/synthesis.ts';
import { Chip } from '../../ui/chip.tsx';
import { type Drawn, priorityWord } from './drawn.ts';
import { DataTable, Pressable, Tally } from './parts.tsx';
import './coverage.css';

export function CoveragePicture(drawn: Drawn) {
  const { board, texts } = drawn;
  const { synthesis: t } = texts;
  const coverage = coverageOf(board);
  return (
    <div className="coverage-frame">
      <p className="picture-legend">
        <Tally filled={1} /> {t.legendLeads}
        <Tally filled={0} hollow={1} /> {t.legendSupports}
        <span className="coverage-sample" data-empty="" aria-hidden="true" /> {t.legendEmpty}
        <strong>{t.empty(coverage.empty)}</strong>
      </p>
      <div
        className="coverage"
        translate="no"
        style={{
          gridTemplateColumns: `auto repeat(${coverage.columns.length}, minmax(6.5rem, 1fr))`,
        }}
      >
        <span />
        {coverage.columns.map((priority, at) => (
          <p key={priority?.id ?? ''} className="coverage-priority" data-hue={hueAt(priority, at)}>
            {priority && <span className="coverage-number">{at + 1}</span>}
            <span className="coverage-title">{priority ? priority.title : t.noPriority}</span>
            <span className="coverage-total">{coverage.totals[at]}</span>
          </p>
        ))}
        {coverage.rows.map(({ direction, squares, total }) => (
          <div key={direction?.id ?? ''} className="coverage-row">
            <p className="coverage-direction">
              {direction ? (
                <>
                  <Chip text={abbreviationOf(direction)} />
                  <span className="coverage-name">{direction.name}</span>
                </>
              ) : (
                <Chip text={t.nobody} dashed />
              )}
              <span className="coverage-total">{total}</span>
            </p>
            {squares.map((square, at) => (
              <SquareCell
                key={coverage.columns[at]?.id ?? ''}
                drawn={drawn}
                coverage={coverage}
                direction={direction}
                at={at}
                square={square}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface SquareCellProps {
  readonly drawn: Drawn;
  readonly coverage: Coverage;
  readonly direction: Direction | null;
  /** Column, from 0. */
  readonly at: number;
  readonly square: Square;
}

function SquareCell({ drawn, coverage, direction, at, square }: SquareCellProps) {
  const { synthesis: t } = drawn.texts;
  const priority = coverage.columns[at] ?? null;
  const { leads, supports } = square;
  const title = t.square(nameOf(direction, t), titleOf(priority, t));
  return (
    <Pressable
      drawn={drawn}
      picked={{ title, actions: [...leads, ...supports] }}
      className="coverage-square"
      hue={hueAt(priority, at)}
      label={`${title} : ${t.squareCounts(leads.length, supports.length)}`}
    >
      {!isEmpty(square) && (
        <>
          <span
            className="coverage-figure"
            data-none={leads.length === 0 ? '' : undefined}
            aria-hidden="true"
          >
            {leads.length}
          </span>
          <Tally filled={leads.length} hollow={supports.length} />
        </>
      )}
    </Pressable>
  );
}

export function CoverageTable({ board, texts }: Drawn) {
  const { synthesis: t } = texts;
  const { columns, rows, totals, total } = coverageOf(board);
  return (
    <DataTable
      translate="no"
      caption={`${t.direction} × ${priorityWord(board, texts)}`}
      columns={[
        t.direction,
        ...columns.map((priority, at) =>
          priority ? `${at + 1}. ${priority.title}` : t.noPriority,
        ),
        t.total,
      ]}
      rows={[
        ...rows.map((row) => ({
          key: row.direction?.id ?? '',
          head: nameOf(row.direction, t),
          cells: [
            ...row.squares.map((square) =>
              isEmpty(square)
                ? t.legendEmpty
                : t.squareCounts(square.leads.length, square.supports.length),
            ),
            row.total,
          ],
        })),
        { key: 'total', head: t.total, cells: [...totals, total], isTotal: true },
      ]}
    />
  );
}

type Words = SynthesisWords;
const nameOf = (direction: Direction | null, t: Words): string =>
  direction ? (direction.name ?? direction.id) : t.nobody;
const titleOf = (priority: Priority | null, t: Words): string =>
  priority ? (priority.title ?? '') : t.noPriority;
const hueAt = (priority: Priority | null, at: number) => (priority ? hueOf(at) : undefined);
