/** Where nobody answers at the door, each whom this device knows there opens what it has kept of theirs. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { beSomebodyElse } from '../../../client/entry/who.ts';
import { comeTo, noteEnd } from '../../../client/entry/workshops.ts';
import { workshopHere } from '../../../client/state/tab-person.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import {
  doorFile,
  entered,
  enteredBefore,
  link,
  openPage,
  press,
} from '../../support/door-pages.tsx';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

const somebodyElse = ({ boardId }: BoardCreated) => {
  const workshop = workshopHere(boardId, 'participant');
  if (workshop) beSomebodyElse(workshop);
};
const asked = (created: BoardCreated) => comeTo(created.boardId, tokenOf(created, 'participant'));
const openKept = (name: string) => `Ouvrir ce que cet appareil a gardé, en tant que ${name}`;
const offered = () =>
  screen.getAllByRole('button', { name: /a gardé/ }).map((button) => button.textContent);

test.each([
  { where: 'at the question', before: asked, path: ({ boardId }: BoardCreated) => `/a/${boardId}` },
  {
    where: 'at the form',
    before: somebodyElse,
    path: ({ boardId }: BoardCreated) => `/a/${boardId}`,
  },
  { where: 'by the link', before: asked, path: link },
])('[AW11] cut off $where, each of the two goes on as themselves', async ({ before, path }) => {
  const created = await server.api.create(doorFile);
  const ana = await enteredBefore(created, 'Ana');
  somebodyElse(created);
  const ben = await enteredBefore(created, 'Ben');
  for (const { name, personId: own } of [ana, ben]) {
    await before(created);
    server.isCut = true;
    const { connections } = openPage(path(created), { state: 'offline', kept: true, since: 0 });
    await screen.findByRole('button', { name: openKept(name) });
    expect(offered().toSorted()).toEqual([openKept('Ana'), openKept('Ben')]);
    await press(openKept(name));
    await entered();
    expect(connections.map(({ personId }) => personId)).toEqual([own]);
    server.isCut = false;
  }
});

test('[AW11] who was removed is not offered, the others are', async () => {
  const created = await server.api.create(doorFile);
  await enteredBefore(created, 'Ana');
  somebodyElse(created);
  await enteredBefore(created, 'Ben');
  const workshop = workshopHere(created.boardId, 'participant');
  if (workshop) noteEnd(workshop);
  server.isCut = true;
  openPage(link(created));
  await screen.findByRole('button', { name: openKept('Ana') });
  expect(offered()).toEqual([openKept('Ana')]);
});
