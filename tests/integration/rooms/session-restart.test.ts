import { setTimeout as passes } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, GroupId } from '../../../shared/ids.ts';
import type { MessageId } from '../../../shared/session/groups/message.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { STEPS } from '../../fuzz/session-script.ts';
import { createVisits } from '../../support/house.ts';
import { type ServerProcess, startServerProcess } from '../../support/server-process.ts';
import { openRound, start } from '../../support/session-people.ts';
import { a, b, water } from '../../support/small-workshop.ts';
import type { SyncClient } from '../../support/sync-client.ts';

let server: ServerProcess | undefined;
const clients = new Set<SyncClient>();
afterEach(async () => {
  for (const client of clients) client.destroy();
  clients.clear();
  await server?.dispose();
});

const round = 'round' as RoundId;
const table = 'table' as GroupId;
const cast = (actionId: ActionId, dots: number): Request => ({
  type: 'vote-cast',
  roundId: round,
  actionId,
  dots,
});
const timer = (seconds: number): Request => ({ type: 'timer-start', seconds, effect: 'pause' });
const draft = (id: string): Request => ({
  type: 'draft-write',
  id: id as ActionId,
  priorityId: water,
  title: id,
  description: '',
});

/** What is done in each step, by whom: something of everything that must not be lost. */
const STORY: readonly (readonly ['ana' | 'ben', Request])[][] = [
  [
    ['ana', { type: 'steps-set', steps: STEPS }],
    ['ana', timer(300)],
    ['ben', { type: 'hand', up: true }],
    ['ana', { type: 'groups-add', groups: [{ id: table, name: 'Table du fond' }] }],
    ['ben', { type: 'group-join', groupId: table }],
    ['ana', { type: 'group-change', id: table, change: { people: 6 } }],
    ['ben', { type: 'group-hand', groupId: table, up: true }],
    ['ana', { type: 'message', id: 'said' as MessageId, to: table, text: 'Cinq minutes' }],
  ],
  [
    ['ana', start('ideas')],
    ['ana', timer(600)],
    ['ben', draft('hidden')],
    ['ben', draft('shown')],
    ['ana', draft('by-ana')],
    ['ben', { type: 'done', on: true }],
  ],
  [
    ['ben', { type: 'draft-remove', id: 'shown' as ActionId }],
    ['ana', { type: 'timer-pause' }],
    ['ana', { type: 'focus', target: { kind: 'action', id: a } }],
    ['ben', { type: 'follow', on: false }],
  ],
  [
    ['ana', start('vote', 'ideas')],
    ['ana', openRound(round)],
    ['ben', cast(a, 3)],
    ['ben', cast(b, 1)],
    ['ana', timer(900)],
  ],
  [
    ['ana', { type: 'room-votes', roundId: round, actionId: a, votes: 7 }],
    ['ana', { type: 'freeze', on: true }],
  ],
  [
    ['ana', { type: 'freeze', on: false }],
    ['ana', { type: 'round-close', id: round }],
    ['ana', start('open', 'vote')],
    ['ana', { type: 'reveal', priorityId: null }],
  ],
];

test('[SR11] a server killed in any step resumes there, with all that was going on', async () => {
  server = await startServerProcess('source');
  const visits = createVisits(server.url, clients);
  const board = await visits.create();
  const ana = await visits.enter(board, 'facilitator', 'Ana');
  const authorId = told(ana).me;
  ana.doc.transact(() => {
    addEntity(ana.doc, 'priorities', water, { title: 'Eau', rank: 'a0' });
    for (const [i, id] of [a, b].entries())
      addEntity(ana.doc, 'actions', id, { title: id, priorityId: water, rank: `a${i}`, authorId });
  });
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());
  const ben = await visits.enter(board, 'participant', 'Ben');
  const people = { ana, ben };
  setSheetField(ana.doc, a, 'assignedTo', table);
  await ana.until(() => ana.saved.at(-1)?.updates === ana.sent());

  for (const chapter of STORY) {
    for (const [who, request] of chapter)
      expect([request.type, await people[who].ask(request)]).toEqual([request.type, undefined]);
    await isTheSame(ana, ben);
    const before = [ana, ben].map(memorable);
    await restart(server, ana, ben);
    expect([ana, ben].map(memorable)).toEqual(before);
  }
  expect(told(ben).rounds[0]).toMatchObject({
    room: { [a]: 7 },
    result: { ballots: 6, actions: [{ dots: 3 }, { dots: 1 }] },
  });
  expect([...readBoard(ben.doc).actions.keys()].sort((x, y) => (x < y ? -1 : 1))).toEqual([
    a,
    b,
    'by-ana',
    'hidden',
  ]);

  expect(told(ben).people.find(({ id }) => id === told(ben).me)).toMatchObject({ seats: 6 });
  expect(readBoard(ben.doc).actions.get(a)?.assignedTo).toBe(table);

  await ana.ask(timer(1));
  const { timer: last } = told(ana);
  await server.kill('SIGKILL');
  await passes(last?.state === 'running' ? last.endsAt - Date.now() : 0);
  await server.start();
  await Promise.all([ana, ben].map((one) => one.until(() => told(one).frozen === 'timer')));
  expect(told(ben).timer).toMatchObject({ state: 'ended', seconds: 1 });
});

function told({ sessions }: SyncClient): SessionView {
  const view = sessions.at(-1);
  if (!view) throw new Error('nothing was told');
  return view;
}

/** All but the time, and who is connected just now. */
function memorable(client: SyncClient) {
  const { now: _now, people, ...view } = told(client);
  return { ...view, people: people.map(({ clients: _clients, ...person }) => person) };
}

/** Those who are away are not waited for: how far a vote is depends on who is here. */
const areAllHere = (page: SyncClient): boolean =>
  page.provider.synced && told(page).people.every(({ clients: [client] }) => client !== undefined);

/** Both were told of the last thing that happened. */
async function isTheSame(ana: SyncClient, ben: SyncClient): Promise<void> {
  const common = (client: SyncClient) => {
    const view = memorable(client);
    const { current, timer, frozen, focus, people, rounds, drafts } = view;
    const closed = rounds.map(({ closedAt }) => closedAt);
    const said = [view.groups, view.messages];
    return JSON.stringify([current, timer, frozen, focus, people, closed, drafts.counts, said]);
  };
  const look = () => common(ana) === common(ben) && areAllHere(ana) && areAllHere(ben);
  await Promise.race([ana, ben].map((one) => one.until(look))); // whoever is told last
}

async function restart(process: ServerProcess, ...pages: readonly SyncClient[]): Promise<void> {
  const before = pages.map(({ sessions }) => sessions.length);
  await process.kill('SIGKILL');
  await process.start();
  await Promise.all(
    pages.map((page, i) =>
      page.until(() => page.sessions.length > (before[i] ?? 0) && areAllHere(page)),
    ),
  );
}
