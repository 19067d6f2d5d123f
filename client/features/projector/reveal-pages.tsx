/** The strongest moment of the day: what was hidden is read by all, column after column. */
import type { CSSProperties } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { hueOf } from '../../../shared/board/labels.ts';
import type { Priority } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useAction, useNumber } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { besidePanel, cardCell, PriorityPanel } from './board-pages.tsx';
import { type Page, plain } from './page.ts';
import { type Area, type Grid, gridFor, pagesOf } from './paging.ts';
import { Tiles } from './tiles.tsx';
import './reveal-pages.css';

/** What was revealed, under each priority, in the order of the board; one gone since is in none. */
function columnsOf(board: Board, ids: readonly ActionId[]) {
  const shown = new Set(ids);
  return board.priorities.map((priority, index) => ({
    priority,
    index,
    ids: (board.columns.get(priority.id) ?? []).filter((id) => shown.has(id)),
  }));
}

export function revealPages(board: Board, area: Area, session: SessionView): readonly Page[] {
  const { ids = [], writers = 0 } = session.shownIdeas ?? {};
  const columns = columnsOf(board, ids);
  const grid = gridFor(besidePanel(area), cardCell);
  return plain([
    <RevealedPage
      key="revealed"
      counts={new Map(columns.map((column) => [column.priority.id, column.ids.length]))}
      hidden={session.drafts.counts}
      writers={writers}
    />,
    ...columns.flatMap(({ priority, index, ids: column }) =>
      pagesOf(column, grid.columns * grid.rows).map((shown, at, all) => (
        <ColumnPage
          key={shown[0]}
          priority={priority}
          index={index}
          shown={shown}
          count={column.length}
          part={[at + 1, all.length]}
          grid={grid}
        />
      )),
    ),
  ]);
}

interface RevealedPageProps {
  readonly counts: ReadonlyMap<Priority['id'], number>;
  /** What is still hidden, by priority. */
  readonly hidden: SessionView['drafts']['counts'];
  readonly writers: number;
}

function RevealedPage({ counts, hidden, writers }: RevealedPageProps) {
  const t = useWords(projectionWords);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div className="projector-hidden">
      <p className="projector-title">{t.revealed(total, writers)}</p>
      <Tiles
        countOf={(id) => {
          const shown = counts.get(id) ?? 0;
          if (shown > 0) return t.ideas(shown);
          return hidden[id] ? t.hiddenIdeas(hidden[id]) : t.noIdea;
        }}
      />
    </div>
  );
}

interface ColumnPageProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
  readonly shown: readonly ActionId[];
  readonly count: number;
  readonly part: readonly [page: number, pages: number];
  readonly grid: Grid;
}

function ColumnPage({ priority, index, shown, count, part, grid }: ColumnPageProps) {
  const t = useWords(projectionWords);
  const template = {
    gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
  };
  return (
    <div className="projector-priority" data-hue={hueOf(index)}>
      <PriorityPanel
        priority={priority}
        index={index}
        count={[t.ideas(count), ...(part[1] > 1 ? [t.page(...part)] : [])].join(' · ')}
      />
      <ul className="projector-cards" style={template}>
        {shown.map((id, place) => (
          <IdeaCard key={id} id={id} place={place} />
        ))}
      </ul>
    </div>
  );
}

/** Its number and its words, one after the other; an idea has neither pilot nor votes yet. */
function IdeaCard({ id, place }: { readonly id: ActionId; readonly place: number }) {
  const action = useAction(id);
  const number = useNumber(id);
  if (!action) return null;
  return (
    <li
      className="projector-card projector-idea"
      style={{ '--place': place } as CSSProperties}
      translate="no"
    >
      <p className="projector-card-top">
        <span className="projector-card-number">{number}</span>
      </p>
      <h3 className="projector-card-title">{action.title}</h3>
    </li>
  );
}
