/** The board on the wall: all columns where they fit, then priority after priority. */
import type { ReactNode } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { hueOf } from '../../../shared/board/labels.ts';
import type { Priority } from '../../../shared/board/schema.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useBoard, useNumber } from '../../state/hooks.ts';
import { useRanking } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Dots } from '../../ui/dots.tsx';
import { type Area, type Cell, type Grid, gridFor, pagesOf } from './paging.ts';
import { Tiles } from './tiles.tsx';
import './projector.css';
import './board-pages.css';
import './room-card.css';

/** In ems of the wall's text: the sizes the style sheet gives them. */
export const cardCell: Cell = { width: 19, height: 7.6, gap: 0.6, maxColumns: 3 };
const panelWidth = 15;
/** Where the panel stands above the cards, as the sheets of style put it: two lines of title and a count. */
const panelHeight = 6.5;
const isNarrow = ({ width }: Area): boolean => width < 736; // 48rem less the margins

const NONE: readonly never[] = [];

export function boardPages(board: Board, area: Area): readonly ReactNode[] {
  if (board.priorities.length < 2)
    return board.priorities.flatMap(({ id }) => priorityPages(board, area, id));
  return [
    <Overview key="overview" board={board} />,
    ...board.priorities.flatMap(({ id }) =>
      (board.columns.get(id) ?? NONE).length > 0 ? priorityPages(board, area, id) : [],
    ),
  ];
}

export function priorityPages(board: Board, area: Area, id: PriorityId): readonly ReactNode[] {
  const index = board.priorities.findIndex((priority) => priority.id === id);
  const priority = board.priorities[index];
  if (!priority) return [];
  const grid = gridFor(besidePanel(area), cardCell);
  const ids = board.columns.get(id) ?? NONE;
  const pages = pagesOf(ids, grid.columns * grid.rows);
  return (pages.length > 0 ? pages : [NONE]).map((shown, page) => (
    <PriorityPage
      key={shown[0] ?? id}
      priority={priority}
      index={index}
      shown={shown}
      page={page}
      pages={pages.length}
      count={ids.length}
      grid={grid}
    />
  ));
}

/** What the panel of a priority leaves for its cards. */
export const besidePanel = (area: Area): Area =>
  isNarrow(area)
    ? { ...area, height: area.height - (panelHeight + 1) * area.em }
    : { ...area, width: area.width - (panelWidth + 1) * area.em };

interface PriorityPageProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
  readonly shown: readonly ActionId[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly count: number;
  readonly grid: Grid;
}

function PriorityPage(props: PriorityPageProps) {
  const { priority, index, shown, page, pages, count, grid } = props;
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
        count={[t.actions(count), ...(pages > 1 ? [t.page(page + 1, pages)] : [])].join(' · ')}
      />
      {shown.length === 0 ? (
        <p className="projector-centre projector-quiet">{t.noActions}</p>
      ) : (
        <ul className="projector-cards" style={template}>
          {shown.map((id) => (
            <RoomCard key={id} id={id} />
          ))}
        </ul>
      )}
    </div>
  );
}

export interface PriorityPanelProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
  /** How much there is of it, in words. */
  readonly count: string;
}

export const PriorityPanel = ({ priority, index, count }: PriorityPanelProps) => (
  <section className="projector-panel">
    <p className="projector-figure">{index + 1}</p>
    <h2 className="projector-panel-title" translate="no">
      {priority.title}
    </h2>
    <p className="projector-panel-text" translate="no">
      {priority.orientation}
    </p>
    <p className="projector-panel-count">{count}</p>
  </section>
);

/** All the priorities with how much there is under each. */
function Overview({ board }: { readonly board: Board }) {
  const t = useWords(projectionWords);
  return <Tiles countOf={(id) => t.actions((board.columns.get(id) ?? NONE).length)} />;
}

/** A card for the back of the room: number, title, who leads it, gommettes once they are told. */
function RoomCard({ id }: { readonly id: ActionId }) {
  const t = useWords(projectionWords);
  const votes = useWords(votesWords);
  const action = useAction(id);
  const number = useNumber(id);
  const pilot = useBoard(({ directions }) =>
    action?.leadDirectionId === undefined
      ? undefined
      : directions.get(action.leadDirectionId)?.name,
  );
  const row = useRanking()?.rows.find(({ actionId }) => actionId === id);
  if (!action) return null;
  return (
    <li className="projector-card" translate="no">
      <p className="projector-card-top">
        <span className="projector-card-number">{number}</span>
        {row && <Dots count={row.total} label={votes.dots(row.total)} />}
        <span className="projector-chip" data-none={pilot ? undefined : ''}>
          {pilot ?? t.noPilot}
        </span>
      </p>
      <h3 className="projector-card-title">{action.title}</h3>
    </li>
  );
}
