/** Small parts the pictures share: counts as dots, a part that can be pressed, an action, a table. */
import type { ReactNode } from 'react';
import type { Hue } from '../../../shared/board/labels.ts';
import type { Action } from '../../../shared/board/schema.ts';
import { type Drawn, hueOfAction, type Picked } from './drawn.ts';
import './parts.css';

const mostDots = 12;

interface TallyProps {
  readonly filled: number;
  readonly hollow?: number;
  readonly hue?: Hue | undefined;
}

/** A dot for each, up to twelve; the figure beside them says the rest. */
export function Tally({ filled, hollow = 0, hue }: TallyProps) {
  const all = Array.from({ length: Math.min(filled + hollow, mostDots) }, (_, at) => at);
  return (
    <span className="tally" data-hue={hue} aria-hidden="true">
      {all.map((at) => (
        <i key={at} data-hollow={at >= filled ? '' : undefined} />
      ))}
    </span>
  );
}

interface PressableProps {
  readonly drawn: Drawn;
  readonly picked: Picked;
  readonly className: string;
  /** What is heard of it. */
  readonly label: string;
  readonly hue?: Hue | undefined;
  readonly children: ReactNode;
}

/** Lists its actions when pressed; where there are none, or nobody to press it, it is only seen. */
export function Pressable({ drawn, picked, className, label, hue, children }: PressableProps) {
  const { onPick } = drawn;
  const isEmpty = picked.actions.length === 0;
  return onPick && !isEmpty ? (
    <button
      type="button"
      className={className}
      data-hue={hue}
      aria-label={label}
      onClick={() => onPick(picked)}
    >
      {children}
    </button>
  ) : (
    <span className={className} data-hue={hue} data-empty={isEmpty ? '' : undefined}>
      <span className="visually-hidden">{label}</span>
      {children}
    </span>
  );
}

interface ActionPartProps {
  readonly drawn: Drawn;
  readonly action: Action;
}

/** The number alone, in the colour of its priority; its title is heard and hovered. */
export function ActionMark({ drawn, action }: ActionPartProps) {
  const { board, texts, onOpen } = drawn;
  const number = board.numbers.get(action.id) ?? '?';
  const props = {
    className: 'action-mark',
    translate: 'no',
    'data-hue': hueOfAction(board, action),
    title: action.title,
  } as const;
  if (!onOpen)
    return (
      <span {...props}>
        {number} <span className="visually-hidden">{action.title}</span>
      </span>
    );
  return (
    <button
      {...props}
      type="button"
      aria-label={texts.synthesis.openSheet(number, action.title)}
      onClick={() => onOpen(action.id)}
    >
      {number}
    </button>
  );
}

/** Number and title; pressed, the sheet opens. */
function ActionName({ drawn, action }: ActionPartProps) {
  const { board, texts, onOpen } = drawn;
  const number = board.numbers.get(action.id) ?? '';
  const words = (
    <>
      <span className="action-number" data-hue={hueOfAction(board, action)}>
        {number}
      </span>{' '}
      {action.title}
    </>
  );
  return onOpen ? (
    <button
      type="button"
      className="action-name"
      aria-label={texts.synthesis.openSheet(number, action.title)}
      onClick={() => onOpen(action.id)}
    >
      {words}
    </button>
  ) : (
    <span className="action-name">{words}</span>
  );
}

interface ActionListProps {
  readonly drawn: Drawn;
  readonly actions: readonly Action[];
}

export function ActionList({ drawn, actions }: ActionListProps) {
  return (
    <ul className="action-list" translate="no">
      {actions.map((action) => (
        <li key={action.id}>
          <ActionName drawn={drawn} action={action} />
        </li>
      ))}
    </ul>
  );
}

interface DataRow {
  readonly key: string;
  /** Heads the row. */
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
  readonly isTotal?: boolean;
}

/** A row of a table that lists actions: how many, then which. */
export const listRow = (drawn: Drawn, head: string, actions: readonly Action[]): DataRow => ({
  key: head,
  head,
  cells: [actions.length, <ActionList key="list" drawn={drawn} actions={actions} />],
});

interface DataTableProps {
  readonly caption: string;
  /** One more than the cells of a row: the first is above the heads. */
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** Given where heads and cells are people's words: a browser does not translate them. */
  readonly translate?: 'no';
}

/** The same content for those who would rather read it, or hear it. */
export function DataTable({ caption, columns, rows, translate }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, with the keyboard too
    <section className="data-scroll" aria-label={caption} tabIndex={0}>
      <table className="data-table" translate={translate}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells, isTotal }) => (
            <tr key={key} data-total={isTotal ? '' : undefined}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
