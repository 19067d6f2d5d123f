/** Reads a board from the store alone, for when nobody is in it. */
import { readBoard } from '../../shared/board/snapshot.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { loadBoard } from './load.ts';
import type { BoardReading } from './rooms.ts';

/** Undefined when there is no such board. @throws StoreFault */
export async function readStored(store: Store, id: BoardId): Promise<BoardReading | undefined> {
  const loaded = await loadBoard(store, id);
  if (!loaded) return undefined;
  const reading = { board: readBoard(loaded.document.live()), session: loaded.session };
  loaded.document.destroy();
  return reading;
}
