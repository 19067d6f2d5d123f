/** The two folds of a board, of its document and of its session, as its room knows them. */
import type { EntryKind } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import type { Batch } from '../keep/batch.ts';
import type { createFolder, createSessionFolder } from './folder.ts';

export function createFolders(
  document: ReturnType<typeof createFolder>,
  session: ReturnType<typeof createSessionFolder>,
) {
  const both = [document, session];
  return {
    /**
     * The room is open.
     * @param forgets something in the log may have to be forgotten
     */
    begin: (forgets: boolean): void => {
      // Left by a server that was killed; or the log is from before sessions were folded, and long.
      if (forgets) session.forget();
      else session.foldIfLong();
    },
    /** The log has grown by a batch. Both snapshots are of the whole log up to `seq`, whichever grew. */
    grew: ({ entries, forgets }: Pick<Batch, 'entries' | 'forgets'>, seq: number): void => {
      const bytesOf = (wanted: EntryKind) =>
        entries.filter(({ kind }) => kind === wanted).map(({ bytes }) => bytes);
      const [updates, events] = [bytesOf('update'), bytesOf('event')];
      if (updates.length > 0) document.grew(seq, updates.length, sizeOf(updates));
      if (events.length > 0) session.grew(seq, events.length, sizeOf(events));
      if (forgets) session.forget();
    },
    /** Folds whatever is not folded yet. */
    foldAll: async (): Promise<void> => {
      await Promise.all(both.map((one) => one.foldAll()));
    },
    /** Resolves when no fold is under way. */
    settled: async (): Promise<void> => {
      await Promise.all(both.map((one) => one.settled()));
    },
  };
}
