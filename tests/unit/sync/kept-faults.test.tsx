/** Every fault of a device × every way in which a copy is let go: nothing of it is lost. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { copyName } from '../../../client/sync/copy-name.ts';
import { KEPT_NAME } from '../../../client/sync/kept/kept-name.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId, BoardId, PriorityId } from '../../../shared/ids.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { type KeptPage, openKeptPage } from '../../support/kept-page.ts';
import { boardOfAllKinds } from '../../support/kinds-of-work.ts';
import { rejectionsDuring } from '../../support/rejections.ts';
import { unwrap } from '../../support/result.ts';
import { until } from '../../support/until.ts';

serveIndexedDb();
afterEach(() => vi.restoreAllMocks());

const refuse = (name: string) => () => {
  throw new DOMException('no', name);
};
const whenOpened = (request: IDBOpenDBRequest) =>
  new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
/** The database of kept work opens as told, every other one as ever. */
function openingKept(opens: () => IDBOpenDBRequest): void {
  const { open } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, of) {
    return name === KEPT_NAME ? (opens() as never) : open.call(this, name, of);
  });
}
const refusing = (stores: readonly string[]) => {
  const { put, add } = IDBObjectStore.prototype;
  for (const [how, write] of [
    ['put', put],
    ['add', add],
  ] as const)
    vi.spyOn(IDBObjectStore.prototype, how).mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      if (stores.includes(this.name)) refuse('QuotaExceededError')();
      return write.apply(this, given);
    });
};

/** What the device does from then on, until all mocks are restored; @returns what else ends it */
const FAULTS: Readonly<Record<string, (boardId: BoardId) => unknown>> = {
  'the kept work never opens': () => openingKept(() => ({}) as IDBOpenDBRequest),
  'the kept work is refused': () => openingKept(refuse('UnknownError')),
  'the disk is full for kept work': () => refusing(['items']),
  'the disk is full': () => refusing(['items', 'unreadable', 'updates', 'custom']),
  'the kept work is deleted': () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(KEPT_NAME).onsuccess = () => resolve();
    }),
  'the kept work was closed under us': () => {
    const { transaction } = IDBDatabase.prototype;
    let closings = 1;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given
    ) {
      if (this.name === KEPT_NAME && given[1] === 'readwrite' && closings-- > 0)
        refuse('InvalidStateError')();
      return transaction.apply(this, given);
    });
  },
  'no database opens any more': () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(refuse('UnknownError'));
  },
  'the copy never goes': async (boardId) => {
    const asleep = await whenOpened(indexedDB.open(copyName({ ...HAND_OPTIONS, boardId })));
    return () => asleep.close();
  },
};
const ENDS: Readonly<Record<string, (page: KeptPage) => Promise<unknown>>> = {
  refused: (page) => page.refuse('step'),
  'of another epoch': (page) => page.close('otherEpoch'),
  left: ({ client }) => client.forget('left'),
};
/** Each on a board of its own: a page still sees to its copy while the next case runs. */
const cases = Object.entries(FAULTS)
  .flatMap(([fault, begin]) =>
    Object.entries(ENDS).map(([how, end]) => ({ fault, begin, how, end })),
  )
  .map((one, index) => ({ ...one, boardId: `atelier-${index}` as BoardId }));

test.each(cases)(
  '[KW9] $how while $fault: the next page shows all of it',
  async (one) => {
    expect(await rejectionsDuring(() => play(one))).toEqual([]);
  },
  30_000,
);

async function play({ boardId, begin, end }: (typeof cases)[number]): Promise<void> {
  const server = boardOfAllKinds();
  const page = await openKeptPage(server, { boardId, patienceMs: 200 });
  await page.online();
  page.cut();
  const place = { priorityId: 'priorities-set' as PriorityId, before: null };
  const author = { personId: HAND_OPTIONS.personId, directionId: null, actorId: null };
  const id: ActionId = unwrap(page.client.run(addAction, { title: 'Planter', place, author }));
  page.client.openText(id, 'description')?.replace({ index: 0, removed: 0, inserted: 'des haies' });
  const ended = await begin(boardId);
  await end(page);
  await page.client.destroy();
  vi.restoreAllMocks();
  if (typeof ended === 'function') ended();

  const next = await openKeptPage(server, { boardId });
  await next.online();
  await until(() => expect(planted(next)).toEqual(['des haies']));
  await next.client.destroy();
}

/** What is kept of it; of another epoch, all else that the former page held may be there too. */
const planted = ({ client }: KeptPage) =>
  client.stores.kept
    .getState()
    .flatMap(({ work }) => (work.kind === 'created' ? [work.values] : []))
    .filter(({ title }) => title === 'Planter')
    .map(({ description }) => description);
