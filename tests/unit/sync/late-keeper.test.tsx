/** What is asked of the keeper before it is there, on a line that does not bring it. */
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createBoardStores } from '../../../client/sync/board-stores.ts';
import { createJournal } from '../../../client/sync/journal.ts';
import { createKeeper, type KeeperDeps } from '../../../client/sync/kept/keeper.ts';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import { createLateKeeper } from '../../../client/sync/kept/late-keeper.ts';
import { assemble } from '../../../shared/board/board.ts';
import { createUndoHistory } from '../../../shared/board/undo.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { sessionView } from '../../support/session-view.ts';
import { smallWorkshop } from '../../support/small-workshop.ts';

serveIndexedDb();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
const me = {
  id: HAND_OPTIONS.personId as PersonId,
  name: 'Camille',
  directionId: null,
  actorId: null,
  clients: [7],
} as const;
const typed: ToKeep = {
  work: { kind: 'typed', key: 'titre', field: 'Titre', text: 'Planter' },
  why: 'left',
};

/** A line on which the code of the keeper does not come until it is there. */
function lateStage({ role = 'participant' }: { readonly role?: Role } = {}) {
  const doc = smallWorkshop();
  const stores = createBoardStores(EMPTY);
  stores.session.setState(sessionView({ ...me, role }), true);
  const journal = createJournal(7, () => {});
  const deps: KeeperDeps = {
    ...HAND_OPTIONS,
    stores,
    device: openKeptDevice(),
    now: () => 1,
    held: () => ({ doc, journal, copy: 'copie', isCopied: () => false, history }),
    ask: async () => false,
  };
  const history = createUndoHistory(doc);
  let isThere = false;
  const fetch = vi.fn(async () => {
    if (!isThere) throw new TypeError('no network');
    return createKeeper;
  });
  const late = createLateKeeper(deps, fetch);
  onTestFinished(late.destroy);
  return {
    late,
    fetch,
    journal,
    kept: () => stores.kept.getState().map(({ work }) => 'text' in work && work.text),
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    comes: async () => {
      isThere = true;
      await vi.advanceTimersByTimeAsync(2_000);
    },
  };
}
const EMPTY = assemble({
  info: {},
  priorities: new Map(),
  directions: new Map(),
  actors: new Map(),
  policies: new Map(),
  actions: new Map(),
  comments: new Map(),
});

test('[KW38] what waits for it does not count as lasting, and closing the page asks', async () => {
  const { late, kept, comes } = lateStage();
  expect(late.isKeptLasting()).toBe(true);
  const keeping = late.keep([typed]);
  expect(late.isKeptLasting()).toBe(false);
  expect(isAsked()).toBe(true);
  await comes();
  expect(await keeping).toBe(true);
  expect(kept()).toEqual(['Planter']);
  expect(late.isKeptLasting()).toBe(true);
  expect(isAsked()).toBe(false);
});

test('[KW38] closing asks before it was ever needed, while a change waits that no copy takes', () => {
  const { late, journal, fetch } = lateStage();
  expect(isAsked()).toBe(false);
  journal.touch([{ path: ['board', 'title'] }], 1);
  expect(isAsked()).toBe(true);
  expect(fetch).not.toHaveBeenCalled();
  late.destroy();
  expect(isAsked()).toBe(false);
});

test('[KW38] a page that has gone elsewhere tries no more, unless something waits to be kept', async () => {
  const { late, fetch, wait } = lateStage();
  void late.settleKept();
  await wait(4_000);
  expect(fetch).toHaveBeenCalledTimes(3);
  late.destroy();
  await wait(60_000);
  expect(fetch).toHaveBeenCalledTimes(3);
});

test('[KW38] what was to be kept when the page went elsewhere is kept once the line is back', async () => {
  const { late, comes, wait } = lateStage();
  const keeping = late.keep([typed]);
  late.destroy();
  await wait(60_000);
  expect(isAsked()).toBe(true);
  await comes();
  expect(await keeping).toBe(true);
  expect(isAsked()).toBe(false);
  expect(await openKeptDevice().all()).toMatchObject([{ work: typed.work }]);
});

test('[KW38] asked after its end it is fetched again, for what has to be kept', async () => {
  const { late, comes, wait } = lateStage();
  void late.settleKept();
  await wait(0);
  late.destroy();
  await wait(10_000);
  const keeping = late.keep([typed]);
  await comes();
  expect(await keeping).toBe(true);
});

test('[KW10] who only reads fetches it only where this device may hold something', async () => {
  const { late, fetch, kept, comes, wait } = lateStage({ role: 'observer' });
  await late.settleKept();
  expect(fetch).not.toHaveBeenCalled();
  const { boardId, personId } = HAND_OPTIONS;
  const item = { boardId, personId, key: 'k', workshop: '', at: 1, where: {}, ...typed };
  await openKeptDevice().change(() => ({ put: [item as never], drop: [] }));
  const settling = late.settleKept();
  await wait(0);
  await comes();
  await settling;
  expect(kept()).toEqual(['Planter']);
});
