/** All that was ever appended to the logs of a store: events leave it when they are folded. */
import type { Entry, EntryKind, Store } from '../../server/store/store.ts';
import type { BoardId } from '../../shared/ids.ts';

export type NotedLog = ReturnType<typeof notedLog>;

export function notedLog() {
  const logs = new Map<BoardId, Entry[]>();
  return {
    /** Notes what a store has kept. */
    wrap: (store: Store): Store => ({
      ...store,
      append: async (batch, claims) => {
        const ends = await store.append(batch, claims);
        for (const [id, entries] of batch) {
          const log = logs.get(id) ?? [];
          logs.set(id, log);
          const before = (ends.get(id) ?? 0) - entries.length;
          log.push(...entries.map((entry, index) => ({ ...entry, seq: before + index + 1 })));
        }
        return ends;
      },
    }),
    /** Since the board was created, in order. */
    appended: (id: BoardId, kind?: EntryKind): readonly Entry[] =>
      (logs.get(id) ?? []).filter((entry) => kind === undefined || entry.kind === kind),
  };
}
