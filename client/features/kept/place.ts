/** Where things stand on the board, and where a new action goes when its priority is no more. */
import type { Board } from '../../../shared/board/board.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import type { MenuSection } from '../../ui/menu-items.ts';

/**
 * Whether a new action has no priority to go to, while there are some.
 * @param items what may come back with it, priorities among them
 */
export function isPlaceless(
  { work }: Pick<KeptItem, 'work'>,
  board: Board | null,
  items: readonly KeptItem[],
): boolean {
  const id = priorityOf(work);
  if (id === null || !board || board.priorities.length === 0) return false;
  return !board.priorities.some((each) => each.id === id) && !items.some((item) => isNew(item, id));
}

/** Null for what is no new action. */
function priorityOf(work: KeptItem['work']): unknown {
  if (work.kind === 'idea') return work.priorityId;
  const isAction = work.kind === 'created' && work.path[0] === 'actions' && work.path.length === 2;
  return isAction ? work.values.priorityId : null;
}

const isNew = ({ work }: KeptItem, id: unknown): boolean =>
  work.kind === 'created' && work.path[0] === 'priorities' && work.path[1] === id;

/** « 1. Eau ». */
export const numbered = ({ priorities }: Board) =>
  priorities.map(({ id, title }, index) => ({ id, label: `${index + 1}. ${title ?? ''}` }));

export const prioritiesOf = (
  board: Board | null,
  onSelect: (id: PriorityId) => void,
): readonly MenuSection[] => [
  {
    id: 'priorities',
    items: board
      ? numbered(board).map(({ id, label }) => ({ id, label, onSelect: () => onSelect(id) }))
      : [],
  },
];

/** « 1.2 » before « 1.18 »; what has no number comes last. */
export function byNumber(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const [priority = 0, place = 0] = partsOf(a);
  const [otherPriority = 0, otherPlace = 0] = partsOf(b);
  return priority - otherPriority || place - otherPlace;
}
const partsOf = (number: string): readonly number[] => number.split('.').map(Number);
