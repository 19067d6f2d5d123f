/** Two people work behind each kind of network, over real sockets, and each page says what is true. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { type House, openHouse } from '../../support/house.ts';
import { tokenOf } from '../../support/http.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import {
  type Hindrance,
  type OfficeNetwork,
  openNetwork,
  PORTAL,
} from '../../support/office-network.ts';
import {
  loadPolling,
  type OfficePage,
  openOfficePage,
  stubBrowser,
} from '../../support/office-page.ts';
import { unwrap } from '../../support/result.ts';
import { layBoard, workTogether } from '../../support/shared-work.ts';
import { water } from '../../support/small-workshop.ts';

serveIndexedDb();
let house: House;
beforeAll(async () => {
  stubBrowser();
  await loadPolling(); // not while a page waits for it: a test reads it more slowly than a browser
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  vi.unstubAllGlobals();
});

/** Somebody in a board, through a network. */
async function come(board: BoardCreated, role: Role, network: OfficeNetwork): Promise<OfficePage> {
  const { joined } = await house.guest(board, role, role);
  return openOfficePage({
    origin: network.origin.replace('http', 'ws'),
    boardId: board.boardId,
    personId: joined.personId,
    ticket: joined.ticket,
  });
}
interface Office {
  readonly network: OfficeNetwork;
  readonly board: BoardCreated;
  /** Leads. */
  readonly ana: OfficePage;
  readonly ben: OfficePage;
}
/** Two people in one board behind such a network, until the work is done. */
async function inOffice(hindrance: Hindrance, work: (office: Office) => Promise<void>) {
  const network = await openNetwork(house.origin, hindrance);
  const board = await house.create();
  const ana = await come(board, 'facilitator', network);
  const ben = await come(board, 'participant', network);
  try {
    await work({ network, board, ana, ben });
  } finally {
    await Promise.all([ana.close(), ben.close()]);
    await network.close();
  }
}
const both = ({ ana, ben }: Office, fact: (page: OfficePage) => boolean, timeout?: number) =>
  Promise.all([ana, ben].map((page) => page.until(() => fact(page), timeout)));
/** What an observer's export through that network says, and the server's own. */
async function exported(board: BoardCreated, origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/boards/${board.boardId}/export/markdown`, {
    headers: { authorization: `Bearer ${tokenOf(board, 'observer')}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

// Begun first: it waits longest.
test.concurrent(
  '[PO15] a network that lets WebSockets through again is noticed, and nobody sees it',
  () =>
    inOffice({ upgrades: { status: 403 } }, async (office) => {
      const { network, ana, ben } = office;
      await both(office, (page) => page.says() === 'fallback');
      await layBoard(ana);
      const said = [ana, ben].map(record);
      network.become({});
      await both(office, (page) => page.says() === 'live', 60_000);
      await workTogether(ana, ben);
      for (const each of said)
        expect([...each].filter((state) => state !== 'fallback' && state !== 'live')).toEqual([]);
    }),
  80_000,
);

const NETWORKS: readonly [what: string, Hindrance, said: 'live' | 'fallback'][] = [
  ['lets everything through', {}, 'live'],
  ['answers 403 to WebSockets', { upgrades: { status: 403 } }, 'fallback'],
  ['answers 400 to WebSockets', { upgrades: { status: 400 } }, 'fallback'],
  ['answers 407 to WebSockets', { upgrades: { status: 407 } }, 'fallback'],
  ['answers 413 to WebSockets', { upgrades: { status: 413 } }, 'fallback'],
  ['answers 502 to WebSockets', { upgrades: { status: 502 } }, 'fallback'],
  ['answers WebSockets with a page', { upgrades: PORTAL }, 'fallback'],
  ['answers nothing to WebSockets', { upgrades: 'nothing' }, 'fallback'],
  ['takes Upgrade away', { upgrades: 'stripped' }, 'fallback'],
  ['takes the subprotocol out of the question', { forgets: 'asked' }, 'fallback'],
  ['takes the subprotocol out of the answer', { forgets: 'chosen' }, 'fallback'],
  ['holds back 64 kB or 20 s', { holds: { bytes: 65_536, ms: 20_000 } }, 'fallback'],
  ['adds 800 ms', { delayMs: 800 }, 'live'],
  ['takes bodies of 2 kB at most', { upgrades: { status: 403 }, mostBytes: 2_048 }, 'fallback'],
];

test.concurrent.each(NETWORKS)(
  '[PO16] behind a network that %s two people work and nothing is lost',
  (_what, hindrance, says) =>
    inOffice(hindrance, async (office) => {
      const { network, board, ana, ben } = office;
      const said = [ana, ben].map(record);
      await both(office, (page) => page.isSaved() && page.session() !== undefined);
      await layBoard(ana);
      await workTogether(ana, ben);
      // From the first moment on: nothing else was ever said.
      expect(said.map((each) => [...each])).toEqual([[says], [says]]);
      expect(readBoard(ben.doc())).toEqual(readBoard(ana.doc()));
      const there = await exported(board, network.origin);
      expect(there).toContain('Réparer les fuites des bâtiments');
      expect(there).toContain('Récupérer la pluie');
    }),
  60_000,
);

test.concurrent(
  '[PO16] behind a network that kills each socket after 5 s two people go on, and come to plain HTTP',
  () =>
    inOffice({ killsAfterMs: 5_000 }, async (office) => {
      const { ana, ben } = office;
      await both(office, (page) => page.says() === 'live');
      await layBoard(ana);
      await workTogether(ana, ben);
      // Each page is let down twice.
      await both(office, (page) => page.says() === 'fallback');
      write(ana, 'Un');
      write(ben, 'Deux');
      await both(office, (page) => page.isSaved() && titles(page).size === 4);
      expect(titles(ben)).toEqual(titles(ana));
    }),
  60_000,
);

test.concurrent('[PO19] behind a network that refuses large bodies much is written at once, offline too, and arrives', () => {
  const before: Hindrance = { upgrades: { status: 403 }, mostBytes: 4_096 };
  return inOffice(before, async (office) => {
    const { network, ana, ben } = office;
    await both(office, (page) => page.isSaved());
    await layBoard(ana);
    const said = record(ana);
    writeMuch(ana, 'A');
    await both(office, (page) => page.isSaved() && titles(page).size === 301);
    expect([...said]).toEqual(['fallback']);
    network.hinder({ answers: { status: 502 } });
    await both(office, (page) => page.says() === 'offline');
    writeMuch(ben, 'B');
    network.hinder(before);
    await both(office, (page) => page.isSaved() && titles(page).size === 601);
    expect(readBoard(ben.doc())).toEqual(readBoard(ana.doc()));
  });
});

const OUTAGES: readonly [what: string, Hindrance][] = [
  ['nobody', { answers: 'nothing' }],
  ['a portal', { answers: PORTAL }],
  ['407', { answers: { status: 407 } }],
  ['413', { answers: { status: 413 } }],
  ['502', { answers: { status: 502 } }],
];

test.concurrent.each(OUTAGES)(
  '[PO16] when %s answers everything the page says so within 5 s, and afterwards nothing is lost',
  async (_what, hindrance) => {
    for (const before of [{}, { upgrades: { status: 403 } }] satisfies Hindrance[])
      await inOffice(before, async (office) => {
        const { network, ana, ben } = office;
        await both(office, (page) => page.isSaved());
        await layBoard(ana);
        await ben.until(() => titles(ben).size === 1);
        network.hinder(hindrance);
        write(ana, 'Un');
        write(ben, 'Deux');
        await both(office, (page) => page.says() === 'offline', 5_000);
        network.hinder(before);
        await both(office, (page) => page.isSaved() && titles(page).size === 3);
        expect(titles(ben)).toEqual(titles(ana));
      });
  },
);

test.concurrent.each(OUTAGES)(
  '[PO14] where %s answers everything from the first moment the page says so, and comes by itself',
  (_what, hindrance) =>
    inOffice(hindrance, async (office) => {
      const { network, ana, ben } = office;
      const said = [ana, ben].map(record);
      await both(office, (page) => page.says() === 'offline', 15_000);
      expect(said.map((each) => [...each])).toEqual([['offline'], ['offline']]);
      network.hinder({});
      await both(office, (page) => page.isSaved() && page.session() !== undefined);
      await layBoard(ana);
      await ben.until(() => titles(ben).size === 1);
    }),
  60_000,
);

function write(page: OfficePage, title: string): void {
  const author = { personId: page.session()?.me as PersonId, directionId: null, actorId: null };
  unwrap(addAction(page.doc(), { title, place: { priorityId: water, before: null }, author }));
}
/** Some 100 kB in one change. */
function writeMuch(page: OfficePage, letter: string): void {
  page.doc().transact(() => {
    for (let n = 0; n < 300; n++) write(page, `${letter}${n} ${letter.repeat(200)}`);
  });
}
/** What else its state says from now on. */
function record(page: OfficePage): ReadonlySet<string> {
  const said = new Set<string>();
  page.client.stores.connection.subscribe(() => said.add(page.says()));
  return said;
}
const titles = (page: OfficePage) =>
  new Set([...readBoard(page.doc()).actions.values()].map(({ title }) => title));
