/** Tabs of one person, which share one device: whatever comes in whatever order, no word is lost. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { openKeptDevice } from '../../../client/sync/kept/kept-device.ts';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { HAND_OPTIONS } from '../../support/hand-peer.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { copiesGone, type KeptPage, openKeptPage } from '../../support/kept-page.ts';
import { boardOfAllKinds } from '../../support/kinds-of-work.ts';
import { random } from '../../support/random.ts';
import { until } from '../../support/until.ts';

serveIndexedDb();

interface Tab {
  readonly page: KeptPage;
  isOnline: boolean;
}
/** One person's device and a server, with what was written so far. */
interface Stage {
  readonly server: BoardDoc;
  readonly chance: () => number;
  readonly tabs: Tab[];
  readonly words: string[];
}
const pick = <Value,>(chance: () => number, from: readonly Value[]): Value =>
  from[Math.floor(chance() * from.length)] as Value;

/** At the beginning or the end of a text, so that no word is split by another. */
function write({ chance, words }: Stage, { page: { client } }: Tab): void {
  const ids = [...client.stores.board.getState().actions.keys()];
  const handle = ids.length > 0 ? client.openText(pick(chance, ids), 'description') : undefined;
  if (!handle) return; // a board that waits for its server
  const word = `mot${words.length};`;
  const index = chance() < 0.5 ? 0 : handle.get().length;
  handle.replace({ index, removed: 0, inserted: word });
  words.push(word);
}

type Step = (stage: Stage, tab: Tab) => Promise<unknown> | unknown;
const offline =
  (step: (page: KeptPage) => Promise<unknown>): Step =>
  (_stage, tab) =>
    tab.isOnline ? undefined : step(tab.page);

const STEPS: Readonly<Record<string, Step>> = {
  write,
  'write more': write,
  'write on': write,
  online: async (_stage, tab) => {
    if (!tab.isOnline) await tab.page.online();
    tab.isOnline = true;
  },
  cut: (_stage, tab) => {
    if (tab.isOnline) tab.page.cut();
    tab.isOnline = false;
  },
  open: (stage) => open(stage),
  refused: offline((page) => page.refuse('step')),
  'another epoch': offline((page) => page.close('otherEpoch')),
  killed: async (stage, tab) => {
    await tab.page.kill();
    await close(stage, tab);
  },
  closed: (stage, tab) => close(stage, tab),
  left: async (stage, tab) => {
    await tab.page.client.forget('left');
    stage.tabs.splice(stage.tabs.indexOf(tab), 1);
  },
};

async function open(stage: Stage): Promise<void> {
  if (stage.tabs.length < 3)
    stage.tabs.push({ page: await openKeptPage(stage.server), isOnline: false });
}
async function close({ tabs }: Stage, tab: Tab): Promise<void> {
  tabs.splice(tabs.indexOf(tab), 1);
  await tab.page.client.destroy();
}

const textsOf = (page: KeptPage, server: BoardDoc): string => {
  const onBoard = [...readBoard(server).actions.values()].map(({ description }) => description);
  const kept = page.client.stores.kept.getState().map(({ work }) => JSON.stringify(work));
  return [...onBoard, ...kept].join('\n');
};

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  '[KW7] chance %d over two or three tabs: each word is on the board, or kept and shown',
  async (seed) => {
    const chance = random(seed);
    const stage: Stage = { server: boardOfAllKinds(), chance, tabs: [], words: [] };
    const did: string[] = [];
    for (let step = 0; step < 24; step++) {
      if (stage.tabs.length === 0) await open(stage);
      const tab = pick(chance, stage.tabs);
      const name = pick(chance, Object.keys(STEPS));
      did.push(`${stage.tabs.indexOf(tab)} ${name}`);
      await STEPS[name]?.(stage, tab);
      expect(tab.page.client.isKeptLasting()).toBe(true);
    }
    for (const tab of [...stage.tabs]) await close(stage, tab);
    const last = await openKeptPage(stage.server);
    await last.online();
    await until(() => {
      const texts = textsOf(last, stage.server);
      const lost = stage.words.filter((word) => !texts.includes(word));
      expect({ lost, did }).toEqual({ lost: [], did });
    });
    await copiesGone();
    await last.client.destroy();
  },
);

test('[KW9] what a tab wrote in the copy before it was closed is kept when another one leaves', async () => {
  const server = boardOfAllKinds();
  const page = await openKeptPage(server);
  await page.online();
  page.cut();
  const other = await openKeptPage(server);
  const text = other.client.openText('actions-set' as ActionId, 'description');
  text?.replace({ index: 0, removed: 0, inserted: 'autre onglet' });
  await other.client.destroy();
  await page.client.forget('left');

  const next = await openKeptPage(server);
  await next.online();
  await until(() =>
    expect(next.client.stores.kept.getState()).toMatchObject([{ work: { text: 'autre onglet' } }]),
  );
});

test('[KW39] what another tab keeps is compared with the board, and no two tabs answer each other', async () => {
  const server = boardOfAllKinds();
  const pages = [await openKeptPage(server), await openKeptPage(server)];
  for (const page of pages) await page.online();
  const title = { kind: 'value', path: ['board', 'title'] } as const;
  const there = readBoard(server).info.title;
  const item = (key: string, value: unknown) => ({
    key,
    boardId: HAND_OPTIONS.boardId,
    personId: HAND_OPTIONS.personId as PersonId,
    workshop: '',
    work: { ...title, value, base: null },
    at: 1,
    why: 'step' as const,
    where: {},
  });
  const device = openKeptDevice();
  const heard = vi.fn();
  onTestFinished(device.onChange(heard));
  await device.change(() => ({ put: [item('a', there)], drop: [] }));
  await until(async () => expect(await device.all()).toEqual([]));
  await device.change(() => ({ put: [item('b', 'Autre')], drop: [] }));
  for (const { client } of pages)
    await until(() => expect(client.stores.kept.getState().map(({ key }) => key)).toEqual(['b']));
  // One of the two tabs took the first away, and nobody had anything to say of the second.
  expect(heard).toHaveBeenCalledTimes(1);
});
