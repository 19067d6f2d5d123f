/**
 * What this page's person looks for on the open board, and which actions answer. Found again at each
 * change of the filter, and once a frame while the board changes under it. What finds is fetched
 * when somebody first looks for something: most visits never do.
 */
import type { Board } from '../../shared/board/board.ts';
import { type Filter, isNoFilter, NO_FILTER } from '../../shared/finding/filter.ts';
import type { Finder, Reader } from '../../shared/finding/find.ts';
import type { Shown } from '../../shared/finding/shown.ts';
import type { ActionId } from '../../shared/ids.ts';
import { late } from '../browser/late.ts';
import type { BoardStores } from '../sync/board-stores.ts';
import { meIn } from './hooks.ts';
import { createViewStore } from './view-store.ts';

export interface FindingState {
  readonly filter: Filter;
  readonly shown: Shown;
}

export type Finding = ReturnType<typeof createFinding>;

export const NOTHING_LOOKED_FOR: FindingState = { filter: NO_FILTER, shown: null };

const finding = late(() => import('../../shared/finding/find.ts'));

export function createFinding(
  { board, session }: Pick<BoardStores, 'board' | 'session'>,
  first: Filter,
) {
  let finder: Finder | null = null;
  const fetchFinder = async () => {
    const { createFinder } = await finding();
    finder ??= createFinder();
    return finder;
  };
  const store = createViewStore<FindingState>({ ...NOTHING_LOOKED_FOR, filter: first });
  // Actions there were when this filter was set: what one adds since then stays in sight.
  let before = board.getState().actions;
  let frame: number | null = null;

  const findAgain = () => {
    frame = null;
    const { filter, shown } = store.getState();
    if (isNoFilter(filter)) return void (shown !== null && store.setState({ shown: null }));
    // Cut off, everything stays on show; the next key asks again.
    if (!finder) return void fetchFinder().then(findAgain, () => undefined);
    const me = meIn(session.getState());
    const found = finder.find(board.getState(), filter, me);
    const next = found && new Set([...found, ...addedSince(before, board.getState(), me)]);
    if (!isSame(shown, next)) store.setState({ shown: next });
  };
  const findSoon = () => {
    if (isNoFilter(store.getState().filter)) return;
    frame ??= requestAnimationFrame(findAgain);
  };

  return {
    store,
    setFilter: (filter: Filter): void => {
      before = board.getState().actions;
      store.setState({ filter });
      findAgain();
    },
    /** Called as a hand comes near the field: the first key then finds the words folded. */
    prepare: (): void =>
      void fetchFinder().then(
        ({ prepare }) => prepare(board.getState()),
        () => undefined,
      ),
    /** Follows the board until what it returns is called. */
    follow: (): (() => void) => {
      findAgain();
      const stops = [board.subscribe(findSoon), session.subscribe(findSoon)];
      return () => {
        for (const stop of stops) stop();
        if (frame !== null) cancelAnimationFrame(frame);
        frame = null;
      };
    },
  };
}

/** What this person has put on the board since a filter was set. */
function addedSince(
  before: Board['actions'],
  { actions, numbers }: Board,
  me: Reader | null,
): readonly ActionId[] {
  if (me === null || actions.size <= before.size) return [];
  return [...numbers.keys()].filter((id) => !before.has(id) && actions.get(id)?.authorId === me.id);
}

const isSame = (a: Shown, b: Shown): boolean =>
  a === b || (a !== null && b !== null && a.size === b.size && [...a].every((id) => b.has(id)));
