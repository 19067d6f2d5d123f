/** The page of an observer who was forgotten while away: it enters again, and nobody reads a word. */
import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { joinWorkshop, openDoor } from '../../../client/entry/workshops.ts';
import { findWorkshop } from '../../../client/state/device.ts';
import type { Connection } from '../../../client/sync/connection.ts';
import type { PeerOptions } from '../../../client/sync/peer.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import type { CloseReason } from '../../../shared/protocol/close.ts';
import type { BoardCreated, Joined, JoinRequest } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();
const live: Connection = { state: 'live', unsaved: false, savedAt: 0 };

/** A page that has been in, and the clients of its connections, in order. */
async function open(role: Role = 'observer', who: JoinRequest = {}, path = '') {
  const created = await server.api.create({ title: 'Eau' });
  const { boardId } = created;
  await openDoor(boardId, tokenOf(created, role));
  const workshop = findWorkshop(boardId, role);
  const joined = workshop && (await joinWorkshop(workshop, who));
  if (!joined?.ok) throw new Error('not joined');
  const opened: { as: PeerOptions; board: ReturnType<typeof createBoardHarness> }[] = [];
  const connect = (as: PeerOptions) => {
    const board = createBoardHarness(role);
    board.client.run(setInfo, { title: 'Eau' });
    board.client.stores.connection.setState(live, true);
    vi.spyOn(board.client, 'forget');
    opened.push({ as, board });
    return board.client;
  };
  history.replaceState(null, '', `/a/${boardId}${path}`);
  render(<App connect={connect} />);
  await waitFor(() => expect(opened).toHaveLength(1));
  const cut = (reason: CloseReason = 'unauthenticated') =>
    act(() => {
      opened.at(-1)?.board.client.stores.connection.setState({ state: 'closed', reason }, true);
    });
  return { created, before: joined.value, opened, cut };
}
const joins = () => server.asked.filter((asked) => asked.endsWith('/join')).length;
const forget = ({ boardId }: BoardCreated, { personId }: Joined) =>
  server.api.store.forgetVisitor(boardId, personId);
const told = () => screen.findByRole('heading', { name: 'Votre accès est terminé' });
/** Every text that is on the page from now on, until it is asked for. */
function readAll() {
  const read = new Set<string>();
  const watch = new MutationObserver(() => read.add(document.body.textContent ?? ''));
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  return () => {
    watch.disconnect();
    return [...read].join('\n');
  };
}

test.each(['', '/projection'])(
  '[LK28] forgotten, the page at "%s" is in again as somebody new, without a form and without a word',
  async (path) => {
    const { created, before, opened, cut } = await open('observer', {}, path);
    await forget(created, before);
    const read = readAll();
    cut();
    await waitFor(() => expect(opened).toHaveLength(2));
    const now = findWorkshop(created.boardId, 'observer');
    expect(opened[1]?.as).toMatchObject({ ticket: now?.joined?.ticket });
    expect(now?.joined?.personId).not.toBe(before.personId);
    expect(now?.ended).toBeUndefined();
    expect(opened[0]?.board.client.forget).toHaveBeenCalledExactlyOnceWith('left');
    expect(await server.api.store.people(created.boardId)).toHaveLength(1);
    const words = read();
    expect(words).toContain('Ouverture…');
    expect(words).not.toMatch(/votre accès|en lecture seule…|Entrer/);
  },
);

test('[LK28] removed, the page says so, and asks no more', async () => {
  const { created, before, opened, cut } = await open();
  const path = `/api/boards/${created.boardId}/people/${before.personId}`;
  const removed = await server.api.ask('DELETE', path, tokenOf(created, 'facilitator'));
  expect(removed.status).toBe(200);
  cut();
  await told();
  expect(await screen.findByRole('button', { name: 'Entrer de nouveau' })).toBeVisible();
  expect([opened.length, joins()]).toEqual([1, 2]);
});

test('[LK28] with a link that was renewed, the page says so, and does not join', async () => {
  const { created, before, opened, cut } = await open();
  const path = `/api/boards/${created.boardId}/links/observer`;
  await server.api.ask('POST', path, tokenOf(created, 'facilitator'));
  await forget(created, before);
  cut();
  await told();
  expect([opened.length, joins()]).toEqual([1, 1]);
});

test.each<[Role, JoinRequest]>([
  ['facilitator', { name: 'Ana' }],
  ['participant', { name: 'Ben' }],
  ['observer', { name: 'Mur' }],
])('[LK28] a %s with a name is told that their access ended, as ever', async (role, who) => {
  const { opened, cut } = await open(role, who);
  cut();
  await told();
  expect([opened.length, joins()]).toEqual([1, 1]);
});

test('[LK28] too many who come back at once come in one after the other', async () => {
  const { created, before, opened, cut } = await open();
  await forget(created, before);
  server.tooOften = 1;
  cut();
  await waitFor(() => expect(opened).toHaveLength(2));
});

test('[LK28] closed for another reason, the page does not join again', async () => {
  const { cut } = await open();
  cut('boardFull');
  expect(await screen.findByRole('heading', { name: 'L’atelier est complet' })).toBeVisible();
  expect(joins()).toBe(1);
});
