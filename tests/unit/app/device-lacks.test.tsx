/**
 * Everything that a browser may lack, refuse or leave unanswered × a board that opens: within three
 * seconds it is there, can be written in, and the page says what is not kept.
 */
import { act, render, screen } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BoardPage } from '../../../client/app/board-page.tsx';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { rememberWorkshop } from '../../../client/state/device.ts';
import { type BoardClient, createBoardClient } from '../../../client/sync/board-client.ts';
import { openOfflineCopy } from '../../../client/sync/offline.ts';
import { createPeer } from '../../../client/sync/peer.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, BoardId, PersonId } from '../../../shared/ids.ts';
import { encodeSession } from '../../../shared/protocol/messages.ts';
import { createHandServer, createHandSockets } from '../../support/hand-socket.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { servePages } from '../../support/page-server.ts';
import { rejectionsDuring } from '../../support/rejections.ts';
import { sessionView } from '../../support/session-view.ts';
import { prepare } from '../../support/small-workshop.ts';
import { soon, until } from '../../support/until.ts';
import { fr } from '../../support/words.ts';

serveIndexedDb();
servePages();
const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0).reverse()) each();
  vi.restoreAllMocks();
});

/** Puts something in the place of a property, until the test ends; undefined takes it away. */
function lacking(owner: object, name: string, given?: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  if (given) Object.defineProperty(owner, name, { ...given, configurable: true });
  else Reflect.deleteProperty(owner, name);
  undo.push(() => {
    if (own) Object.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  });
}
const refuse = (name: string) => () => {
  throw new DOMException('no', name);
};
const never = () => ({}) as never;
const opening = (how: () => IDBOpenDBRequest) =>
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(how as never);
const texts = (method: 'getItem' | 'setItem' | 'removeItem', name: string) =>
  vi.spyOn(Storage.prototype, method).mockImplementation(refuse(name));

type Lack = 'notKept' | 'noAccess';
/** What the device does, and what the page says of it. */
const LACKS: readonly (readonly [string, () => unknown, readonly Lack[]])[] = [
  ['lacks nothing', () => {}, []],
  ['has no IndexedDB', () => Reflect.deleteProperty(globalThis, 'indexedDB'), ['notKept']],
  ['has an IndexedDB that never opens', () => opening(never), ['notKept']],
  ['refuses IndexedDB', () => opening(refuse('SecurityError')), ['notKept']],
  [
    'has an IndexedDB that opens and never answers',
    () => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(never),
    ['notKept'],
  ],
  [
    'is full',
    () => {
      for (const how of ['put', 'add'] as const)
        vi.spyOn(IDBObjectStore.prototype, how).mockImplementation(refuse('QuotaExceededError'));
    },
    ['notKept'],
  ],
  ['throws at the name of localStorage', () => nameThrows('localStorage'), ['noAccess']],
  ['throws at the name of sessionStorage', () => nameThrows('sessionStorage'), []],
  ['reads no text', () => texts('getItem', 'SecurityError'), []],
  ['takes no text', () => texts('setItem', 'QuotaExceededError'), ['noAccess']],
  ['removes no text', () => texts('removeItem', 'SecurityError'), []],
  ...['BroadcastChannel', 'ResizeObserver', 'requestIdleCallback'].map(
    (name) => [`has no ${name}`, () => lacking(globalThis, name), []] as const,
  ),
  ['has no Intl.Segmenter', () => lacking(Intl, 'Segmenter'), []],
  ...['locks', 'storage', 'serviceWorker', 'connection', 'clipboard'].map(
    (name) => [`has no navigator.${name}`, () => lacking(navigator, name), []] as const,
  ),
];
const nameThrows = (name: string) => lacking(globalThis, name, { get: refuse('SecurityError') });

const joined = {
  personId: 'moi' as PersonId,
  role: 'facilitator',
  name: 'Camille',
  directionId: null,
  actorId: null,
  ticket: 't1cket',
} as const;
const workshop: OpenedWorkshop = {
  boardId: 'atelier' as BoardId,
  role: 'facilitator',
  title: 'Atelier',
  token: 's3cret',
  joined,
  openedAt: 0,
};

/** The sheet of an action is open too: the fields of a page are in it. */
function open(serverDoc: ReturnType<typeof createDoc>) {
  const sockets = createHandSockets();
  const server = createHandServer(serverDoc);
  const clients: BoardClient[] = [];
  rememberWorkshop(workshop);
  render(
    <BoardPage
      workshop={workshop}
      joined={joined}
      actionId={[...readBoard(serverDoc).actions.keys()][0] as ActionId}
      connect={(options) => {
        const client = createBoardClient(options, {
          now: Date.now,
          createPeer: (peerOptions, events) =>
            createPeer(peerOptions, events, {
              Socket: sockets.Socket,
              openCopy: openOfflineCopy,
              random: () => 0,
            }),
        });
        clients.push(client);
        return client;
      }}
    />,
  );
  /** Once the page asks for the board, which it does soon. */
  const serve = async () => {
    await soon(() => sockets.all.length > 0, 3_000);
    const socket = sockets.last();
    act(() => {
      server.serve(socket);
      socket.receive(encodeSession(sessionView({ ...joined, id: joined.personId, clients: [1] })));
      server.save(Date.now());
    });
  };
  return { client: () => clients.at(-1) ?? expect.unreachable('no client'), serve };
}

describe.each(LACKS)('a device that %s', (_what, make, said) => {
  const play = async () => {
    const serverDoc = createDoc();
    prepare(serverDoc);
    make();
    const { client, serve } = open(serverDoc);
    // From then on it waits for nothing of the device.
    await serve();
    act(() => void client().run(setInfo, { title: 'Écrit malgré tout' }));
    await until(() => expect(readBoard(serverDoc).info.title).toBe('Écrit malgré tout'));
    await screen.findByRole('complementary');
    const lacks: readonly Lack[] = ['notKept', 'noAccess'];
    for (const lack of lacks.filter((each) => said.includes(each)))
      await screen.findByText(fr.device[lack], { exact: false });
    for (const lack of lacks.filter((each) => !said.includes(each)))
      expect(screen.queryByText(fr.device[lack], { exact: false })).toBeNull();
  };
  test('[NW5] has a note that names what was refused, where anything was', async () => {
    const failures = await rejectionsDuring(async () => {
      await play();
      const names = { notKept: 'indexedDB', noAccess: 'localStorage' } as const;
      if (said.length === 0) return expect(screen.queryByText(fr.network.noteTitle)).toBeNull();
      const { storage } = fr.network.verdicts;
      const note = await screen.findByText(new RegExp(`Constat : ${storage.title}`));
      const missing = fr.network.missing(said.map((lack) => names[lack]).join(', '));
      expect(note).toHaveTextContent(`${fr.network.checks.storage} : À régler, ${missing}`);
      expect(note).not.toHaveTextContent(/s3cret|t1cket|atelier\b(?! de)|Camille/);
    });
    expect(failures).toEqual([]);
  });
  test('[AW7] opens the board within 3 s, lets it be written in, and says what is not kept', async () => {
    expect(await rejectionsDuring(play)).toEqual([]);
  });
});
