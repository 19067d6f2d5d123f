/** Every reason for which a board does not take something × every kind of work: nothing is lost. */
import { describe, expect, test } from 'vitest';
import { isWork } from '../../../client/sync/kept/kept-list.ts';
import { type BoardDoc, LOCAL } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { pathKey } from '../../../shared/board/work/path.ts';
import { workKey } from '../../../shared/board/work/work.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { REFUSALS } from '../../../shared/protocol/messages.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { copiesGone, type KeptPage, openKeptPage } from '../../support/kept-page.ts';
import { boardOfAllKinds, kindsOfWork } from '../../support/kinds-of-work.ts';
import { until } from '../../support/until.ts';

const KINDS = kindsOfWork();

serveIndexedDb();

/** The board as people see it; who signed what is somebody's own matter. */
const plain = (doc: BoardDoc) => {
  const { actions, comments, ...rest } = readBoard(doc);
  return { ...rest, actions: [...actions.values()], comments: [...comments.values()] };
};

const REASONS: Readonly<Record<string, (page: KeptPage) => unknown>> = {
  ...Object.fromEntries(REFUSALS.map((reason) => [reason, (page) => page.refuse(reason)])),
  'access-ended': (page) => page.close('unauthenticated'),
  closed: (page) => page.close('boardFull'),
  'access-ended, and entered again': async (page) => {
    await page.close('unauthenticated');
    await page.client.forget('access-ended');
  },
  left: ({ client }) => client.forget('left'),
  forgotten: ({ client }) => client.forget('forgotten'),
  'other-epoch': (page) => page.close('otherEpoch'),
};
const LEAVES_THE_COPY = new Set(['access-ended', 'closed']);
const cases = Object.entries(REASONS).flatMap(([why, happens]) =>
  (['at once', 'after the page was killed'] as const).map((when) => ({ why, happens, when })),
);

describe('the matrix', () => {
  test.each(cases)(
    '[KW7] $why $when: every kind of work is kept, shown after a reload, and put back',
    async ({ why, happens, when }) => {
      const server = boardOfAllKinds();
      let page = await openKeptPage(server);
      await page.online();
      page.cut();
      for (const { does } of KINDS) page.doc().transact(() => does(page.doc()), LOCAL);
      const done = plain(page.doc());
      if (when === 'after the page was killed') {
        await page.kill();
        page = await openKeptPage(server);
      }
      await happens(page);
      await until(() => expect(ALL.filter((key) => !holds(page, key))).toEqual([]));
      expect(new Set(page.client.stores.kept.getState().map((item) => item.why))).toEqual(
        new Set([why.split(',')[0]]),
      );

      expect(page.client.isKeptLasting()).toBe(true);

      const next = await reload(page, server);
      if (LEAVES_THE_COPY.has(why)) {
        // Let in again, the page sends what it holds: nothing is left to be kept.
        await until(() => expect(keys(next)).toEqual([]));
        expect(plain(server)).toEqual(done);
        return;
      }
      await until(() => expect(ALL.filter((key) => !keys(next).includes(key))).toEqual([]));
      expect(plain(server)).not.toEqual(done);
      const items = next.client.stores.kept.getState();
      expect(items.filter((item) => !next.client.allowedNow(item))).toEqual([]);
      expect([...(await next.client.putBack(items.map(({ key }) => key)))]).toEqual([]);
      expect(plain(server)).toEqual(done);
      expect(keys(next)).toEqual([]);
      await copiesGone();
    },
    30_000,
  );
});

test('[KW7] what a field that closes still writes after leaving is kept', async () => {
  const page = await openKeptPage(boardOfAllKinds());
  await page.online();
  const id = 'actions-set' as ActionId;
  const text = page.client.openText(id, 'description');
  const gone = page.client.forget('left');
  text?.replace({ index: 0, removed: 0, inserted: 'composé' });
  await gone;
  expect(page.client.stores.kept.getState()).toMatchObject([{ work: { text: 'composé' } }]);
});

test.each(['step', 'otherEpoch'] as const)(
  '[CO11] letters typed at the very moment of %s reach the next document or are kept',
  async (why) => {
    const server = boardOfAllKinds();
    const page = await openKeptPage(server);
    await page.online();
    const id = 'actions-set' as ActionId;
    const type = (inserted: string) =>
      page.client.openText(id, 'description')?.replace({ index: 0, removed: 0, inserted });
    page.cut();
    type('un ');
    await (why === 'step' ? page.refuse(why) : page.close(why));
    expect(type('deux ')).toBeUndefined(); // a field keeps it until the board is there again
    await page.online();
    type('trois ');
    await until(() =>
      expect(page.client.stores.kept.getState()).toMatchObject([{ work: { text: 'un ' } }]),
    );
    expect(readBoard(server).actions.get(id)?.description).toBe('trois ');
  },
);

const ALL = KINDS.map(({ key }) => key);
const keys = ({ client }: KeptPage) =>
  client.stores.kept.getState().flatMap(({ work }) => (isWork(work) ? [workKey(work)] : []));

/** A thing of its own, or within something that is kept whole. */
const holds = (page: KeptPage, key: string): boolean => {
  const path: readonly string[] = JSON.parse(key);
  return path.some((_, end) => keys(page).includes(pathKey(path.slice(0, end + 1))));
};

async function reload(page: KeptPage, server: BoardDoc): Promise<KeptPage> {
  await page.client.destroy();
  const next = await openKeptPage(server);
  await next.online();
  return next;
}
