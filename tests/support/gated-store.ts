/** A store whose calls a test can hold back, or make fail as a full disk would. */
import { type Store, StoreFault } from '../../server/store/store.ts';
import { notedLog } from './noted-log.ts';

type Call =
  | 'append'
  | 'sync'
  | 'board'
  | 'clients'
  | 'saveSnapshot'
  | 'saveSession'
  | 'claimClients';
export interface Gate {
  /** Resolves when the call has come. */
  readonly reached: Promise<void>;
  /** Lets it, and all that come after it, through. */
  readonly release: () => void;
}

export function gatedStore(behind: Store) {
  const { wrap, appended } = notedLog();
  const store = wrap(behind);
  const gates = new Map<Call, { arrive: () => void; opened: Promise<void> }>();
  const failing = new Set<Call>();
  const calls = new Map<Call, number>();

  const pass = async <Value>(call: Call, run: () => Promise<Value>): Promise<Value> => {
    calls.set(call, (calls.get(call) ?? 0) + 1);
    const gate = gates.get(call);
    gate?.arrive();
    await gate?.opened;
    if (failing.has(call)) throw new StoreFault('full', `${call} refused by the test`);
    return run();
  };
  return {
    store: {
      ...store,
      append: (...kept) => pass('append', () => store.append(...kept)),
      sync: () => pass('sync', () => store.sync()),
      clients: (id) => pass('clients', () => store.clients(id)),
      board: (id) => pass('board', () => store.board(id)),
      saveSnapshot: (id, snapshot) => pass('saveSnapshot', () => store.saveSnapshot(id, snapshot)),
      saveSession: (...fold) => pass('saveSession', () => store.saveSession(...fold)),
      claimClients: (id, clients) => pass('claimClients', () => store.claimClients(id, clients)),
    } satisfies Store,
    hold: (call: Call): Gate => {
      let arrive = () => {};
      let release = () => {};
      const reached = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const opened = new Promise<void>((resolve) => {
        release = () => {
          gates.delete(call);
          resolve();
        };
      });
      gates.set(call, { arrive, opened });
      return { reached, release: () => release() };
    },
    fail: (call: Call) => void failing.add(call),
    mend: () => failing.clear(),
    /** All that was appended, see {@link notedLog}. */
    appended,
    count: (call: Call) => calls.get(call) ?? 0,
  };
}
