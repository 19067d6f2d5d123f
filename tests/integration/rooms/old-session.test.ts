import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { createHandClock } from '../../support/hand-clock.ts';
import { type House, openHouse } from '../../support/house.ts';
import { OLD_EXPORTS, OLD_SESSION, placeOldSession } from '../../support/old-session.ts';
import { createSyncClient, type SyncClient } from '../../support/sync-client.ts';
import { untilTrue } from '../../support/until.ts';

const { boardId, facilitatorToken, secrets, step, voteStep, openRound } = OLD_SESSION;

let dataDirectory: string;
let time: ReturnType<typeof createHandClock>;
let house: House;
let pages: SyncClient[];
const begin = async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'gommette-old-'));
  await placeOldSession(dataDirectory);
  time = createHandClock(OLD_SESSION.leftAt);
  await open();
};
const end = async () => {
  await close();
  await rm(dataDirectory, { recursive: true });
};

async function open() {
  pages = [];
  house = await openHouse({ dataDirectory, clock: time.clock, alarm: time.alarm });
}
async function close() {
  for (const page of pages) page.destroy();
  await house.close();
}
const pageOf = async (ticket: string) => {
  const page = createSyncClient({ origin: house.origin, boardId, ticket });
  pages.push(page);
  await page.until(() => page.provider.synced && page.sessions.length > 0);
  return page;
};
const ben = () => pageOf(OLD_SESSION.benTicket);
/** Somebody who leads, come by the link of then. */
async function zoe() {
  const links = { facilitator: `http://x/#${facilitatorToken}`, participant: '', observer: '' };
  const board = { boardId, links, purgeAt: 0, faults: [] };
  return pageOf((await house.guest(board, 'facilitator', 'Zoé')).joined.ticket);
}
const heard = ({ frames }: SyncClient) => Buffer.concat(frames).toString('utf8');
const session = (page: SyncClient) => {
  const view = page.sessions.at(-1);
  if (!view) throw new Error('nothing was told');
  return view;
};
const actionsOf = (page: SyncClient) => readBoard(page.doc).actions;

async function digestOf(format: string, isNamed: boolean): Promise<string> {
  const answer = await fetch(
    `${house.origin}/api/boards/${boardId}/export/${format}${isNamed ? '?names=1' : ''}`,
    { headers: { authorization: `Bearer ${facilitatorToken}` } },
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  return createHash('sha256').update(bytes).digest('hex');
}

describe('left as it was', () => {
  beforeAll(begin);
  afterAll(end);

  test.each(OLD_EXPORTS)(
    '[BD17] its export as %s (names: %s) has the same bytes',
    async (format, isNamed, digest) => {
      expect(await digestOf(format, isNamed)).toBe(digest);
    },
  );
});

describe('gone on with', () => {
  beforeEach(begin);
  afterEach(end);

  test('[RO61] once it was opened and left its session stands in the place of its events, and exports the same bytes', async () => {
    for (const page of [await ben(), await zoe()]) page.destroy();
    await untilTrue(() => house.rooms.stats().boards === 0);
    expect(await house.store.readAfter(boardId, 0, 'event')).toEqual([]);
    for (const [format, isNamed, digest] of OLD_EXPORTS)
      if (!isNamed) expect(await digestOf(format, isNamed)).toBe(digest);
  });

  test('[BD17] everybody finds the session where it was, and hidden ideas are still their authors’', async () => {
    const [own, leading] = [await ben(), await zoe()];
    for (const page of [own, leading]) {
      expect(session(page)).toMatchObject({
        current: step,
        timer: { state: 'running', endsAt: OLD_SESSION.timerEndsAt },
        focus: { kind: 'action' },
      });
      expect(session(page).visits).toHaveLength(5);
      expect(session(page).rounds.map(({ id }) => id)).toEqual(['round-1', openRound]);
    }
    expect(heard(own)).toContain(secrets.ben);
    expect(heard(own)).not.toContain(secrets.cleo);
    for (const secret of Object.values(secrets)) expect(heard(leading)).not.toContain(secret);
    expect(actionsOf(leading).has('idea-shown-ben' as ActionId)).toBe(true);
    expect(actionsOf(leading).has('idea-hidden-ben' as ActionId)).toBe(false);
  });

  test('[BD17] the session goes on: ideas are shown, the next step begins, votes count, all is kept', async () => {
    const [own, leading] = [await ben(), await zoe()];
    const lead = async (...requests: Parameters<SyncClient['ask']>[0][]) => {
      for (const request of requests) expect(await leading.ask(request)).toBeUndefined();
    };
    await lead({ type: 'reveal', priorityId: null });
    await own.until(() => actionsOf(own).has('idea-hidden-cleo' as ActionId));
    expect(actionsOf(own).get('idea-hidden-ben' as ActionId)?.title).toBe(secrets.ben);
    expect(actionsOf(own).get('idea-hidden-cleo' as ActionId)?.title).toBe(secrets.cleo);

    await lead({ type: 'step-start', id: voteStep, from: step });
    await own.until(() => session(own).current === voteStep);
    const hidden = 'idea-hidden-cleo' as ActionId;
    const vote = { type: 'vote-cast', roundId: openRound, actionId: hidden, dots: 2 } as const;
    expect(await own.ask(vote)).toBeUndefined();
    await lead(
      { type: 'round-close', id: openRound },
      { type: 'step-start', id: 'end' as typeof step, from: voteStep },
    );
    await own.until(() => session(own).current === 'end');
    const author = { personId: session(leading).me, directionId: null, actorId: null };
    const place = { priorityId: readBoard(leading.doc).priorities[0]?.id ?? fail(), before: null };
    const added = addAction(leading.doc, { title: 'Après', place, author });
    await leading.until(() => leading.saved.at(-1)?.updates === leading.sent());

    await close();
    await open();
    const later = await ben();
    expect(session(later).current).toBe('end');
    expect(session(later).rounds[1]).toMatchObject({ id: openRound });
    expect(JSON.stringify(session(later).rounds[1])).toContain(hidden);
    expect(added.ok && actionsOf(later).get(added.value)?.title).toBe('Après');
    expect(actionsOf(later).get(hidden)?.title).toBe(secrets.cleo);
  });
});

function fail(): never {
  throw new Error('the board has no priority');
}
