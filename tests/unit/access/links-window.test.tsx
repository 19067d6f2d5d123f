import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { HomePage } from '../../../client/app/home-page.tsx';
import { createWorkshop } from '../../../client/entry/create.ts';
import { followLink, joinWorkshop, noteEnd, openDoor } from '../../../client/entry/workshops.ts';
import { LinksWindow } from '../../../client/features/join/links-window.tsx';
import {
  findWorkshop,
  keepLink,
  linksOf,
  type OpenedWorkshop,
} from '../../../client/state/device.ts';
import { useOpenedWorkshops } from '../../../client/state/hooks.ts';
import { hashSecret, newSecret } from '../../../server/http/secrets.ts';
import type { BoardCreated, CodeTaken } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

/** A facilitator on the device that created the workshop, inside, with the window open. */
async function open(): Promise<BoardCreated & { readonly tellCode: () => Promise<void> }> {
  const created = await createWorkshop('{"title":"Eau"}');
  if (!created.ok) throw new Error(created.error.code);
  const { boardId } = created.value;
  const entered = await joinWorkshop(known(created.value), { name: 'Camille' });
  if (!entered.ok) throw new Error(entered.error.code);
  const board = createBoardHarness();
  renderOnBoard(board, <Opened created={created.value} />);
  await screen.findByText('Pour animer');
  return {
    ...created.value,
    // The session, as the room would send it again.
    tellCode: async () => {
      const entryCode = (await server.api.store.entryCode(boardId)) ?? null;
      const session = board.client.stores.session.getState();
      act(() => board.client.stores.session.setState(session && { ...session, entryCode }, true));
    },
  };
}
function Opened({ created }: { readonly created: BoardCreated }) {
  useOpenedWorkshops();
  return <LinksWindow workshop={known(created)} onClose={() => undefined} />;
}
function known({ boardId }: BoardCreated): OpenedWorkshop {
  const workshop = findWorkshop(boardId, 'facilitator');
  if (!workshop) throw new Error('not remembered');
  return workshop;
}

const names: Readonly<Record<Role, string>> = {
  facilitator: 'Pour animer',
  participant: 'Pour participer',
  observer: 'Pour regarder ou projeter',
};
const line = (role: Role) => screen.getByRole('region', { name: names[role] });
const shown = (role: Role) => within(line(role)).queryByRole<HTMLInputElement>('textbox')?.value;
const press = (name: string, within_: HTMLElement = document.body) =>
  userEvent.click(within(within_).getByRole('button', { name }));

test('[LK15] the links this device created are there to copy', async () => {
  const { links } = await open();
  for (const role of ['facilitator', 'participant', 'observer'] as const)
    expect(shown(role)).toBe(links[role]);
});

test('[LK15] a link that somebody else renewed is not handed on, nor kept', async () => {
  const created = await createWorkshop('{"title":"Eau"}');
  if (!created.ok) throw new Error(created.error.code);
  const { boardId } = created.value;
  await server.api.store.replaceLink(boardId, { role: 'observer', hash: hashSecret(newSecret()) });
  renderOnBoard(createBoardHarness(), <Opened created={created.value} />);
  await screen.findByText('Pour animer');
  expect(shown('observer')).toBeUndefined();
  expect(within(line('observer')).getByText(/ne connaît pas ce lien/)).toBeVisible();
  expect(linksOf(boardId)).not.toHaveProperty('observer');
});

test('[LK15] without the server the links stay', async () => {
  const created = await createWorkshop('{"title":"Eau"}');
  if (!created.ok) throw new Error(created.error.code);
  server.isCut = true;
  renderOnBoard(createBoardHarness(), <Opened created={created.value} />);
  await screen.findByText('Pour animer');
  expect(shown('observer')).toBe(created.value.links.observer);
});

test('[LK16] renewing asks first, and nothing happens before the answer', async () => {
  const { links } = await open();
  await press('Renouveler ce lien', line('participant'));
  expect(within(line('participant')).getByText(/sortent tout de suite/)).toBeVisible();
  expect(within(line('participant')).getByRole('button', { name: 'Annuler' })).toHaveFocus();
  await press('Annuler', line('participant'));
  expect(
    within(line('participant')).getByRole('button', { name: 'Renouveler ce lien' }),
  ).toHaveFocus();
  expect(shown('participant')).toBe(links.participant);
  expect(server.asked.filter((each) => each.includes('/links/'))).toEqual([]);
});

test.each(['facilitator', 'participant'] as const)(
  '[LK16] the renewed %s link takes the place of the former one here, and its holder stays',
  async (role) => {
    const created = await open();
    await press('Renouveler ce lien', line(role));
    await press('Renouveler', line(role));
    await within(line(role)).findByText(/Nouveau lien prêt/);
    const link = shown(role) ?? '';
    expect(link).not.toBe(created.links[role]);
    const door = (token: string) => server.api.ask('GET', `/api/boards/${created.boardId}`, token);
    expect(await (await door(new URL(link).hash.slice(1))).json()).toMatchObject({ role });
    expect((await door(tokenOf(created, role))).status).toBe(401);
    expect(linksOf(created.boardId)[role]).toBe(link);
    expect((await door(known(created).token)).status).toBe(200);
    // The ticket was kept: a second renewal is still this person's to make.
    await press('Renouveler ce lien', line('observer'));
    await press('Renouveler', line('observer'));
    await within(line('observer')).findByText(/Nouveau lien prêt/);
  },
);

test('[LK16] a renewal the server refuses leaves the link and says why', async () => {
  const { links } = await open();
  await press('Renouveler ce lien', line('observer'));
  server.isCut = true;
  await press('Renouveler', line('observer'));
  expect(await within(line('observer')).findByRole('alert')).toHaveTextContent(/ne répond pas/);
  expect(shown('observer')).toBe(links.observer);
});

test('[LK17] the entry is opened and closed, its code read in two groups', async () => {
  const { boardId, tellCode } = await open();
  await press('Ouvrir l’entrée par code');
  await waitFor(async () => expect(await server.api.store.entryCode(boardId)).toBeDefined());
  await tellCode();
  const code = (await server.api.store.entryCode(boardId)) ?? '';
  expect(screen.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();
  await press('Fermer l’entrée par code');
  await waitFor(async () => expect(await server.api.store.entryCode(boardId)).toBeUndefined());
  await tellCode();
  expect(screen.getByRole('button', { name: 'Ouvrir l’entrée par code' })).toBeVisible();
});

test('[LK17] in large stand the QR code of the participants’ link and the code', async () => {
  const { boardId, tellCode } = await open();
  await server.api.store.openEntry(boardId, 'CDF234');
  await tellCode();
  await press('Afficher le QR');
  const large = screen.getByRole('dialog', { name: 'Entrer dans l’atelier' });
  const picture = within(large).getByRole('img', { name: 'QR code du lien pour participer' });
  expect(within(large).getByText('CDF 234')).toBeVisible();
  expect(within(large).getByText(/puis « J’ai un code »/)).toBeVisible();
  // Three squares of seven modules in the corners, after the quiet border: what cameras look for.
  const path = picture.querySelector('path')?.getAttribute('d') ?? '';
  const isDark = (x: number, y: number) => path.includes(`M${x} ${y}h`);
  const size = Number(picture.getAttribute('viewBox')?.split(' ')[2]);
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    for (let i = 0; i < 7; i++) expect(isDark(x + i, y) && isDark(x, y + i)).toBe(true);
    expect(isDark(x + 1, y + 1)).toBe(false);
    expect(isDark(x + 3, y + 3)).toBe(true);
  }
  expect(isDark(3, 3)).toBe(false);
});

test('[LK17] where the participants’ link is not known, the code alone is shown in large', async () => {
  const { boardId, tellCode } = await open();
  act(() => keepLink(boardId, 'participant', undefined));
  expect(screen.queryByRole('button', { name: 'Afficher le QR' })).not.toBeInTheDocument();
  await server.api.store.openEntry(boardId, 'CDF234');
  await tellCode();
  await press('Afficher en grand');
  const large = screen.getByRole('dialog', { name: 'Entrer dans l’atelier' });
  expect(within(large).getByText('CDF 234')).toBeVisible();
  expect(within(large).queryByRole('img')).not.toBeInTheDocument();
});

test('[LK22] axe finds nothing in the links’ window, a question asked', async () => {
  const { boardId, tellCode } = await open();
  await server.api.store.openEntry(boardId, 'CDF234');
  await tellCode();
  await press('Renouveler ce lien', line('participant'));
  expect(await axeFaults()).toEqual([]);
});

const home = () => render(<HomePage />);
const field = () => screen.getByLabelText('Code d’entrée');

test('[LK18] a code typed at home leads to the door of its workshop, as a participant', async () => {
  const created = await server.api.create({ title: 'Eau' });
  await server.api.store.openEntry(created.boardId, 'CDF234');
  home();
  await userEvent.type(field(), 'cdf 234{Enter}');
  await waitFor(() => expect(location.pathname).toBe(`/a/${created.boardId}`));
  const workshop = findWorkshop(created.boardId, 'participant');
  expect(workshop).toMatchObject({ role: 'participant', title: 'Eau', joined: null });
  // A pass is nobody's to hand on.
  expect(linksOf(created.boardId)).toEqual({});
});

test('[LK18] somebody who joined by a code comes back as the same person', async () => {
  const created = await server.api.create({ title: 'Eau' });
  await server.api.store.openEntry(created.boardId, 'CDF234');
  const take = await server.api.ask('POST', '/api/enter', undefined, '{"code":"CDF234"}');
  const { boardId, token } = (await take.json()) as CodeTaken;
  await openDoor(boardId, token);
  const workshop = findWorkshop(boardId, 'participant');
  if (!workshop) throw new Error('not remembered');
  await joinWorkshop(workshop, { name: 'Ana' });
  const first = findWorkshop(boardId, 'participant')?.joined;
  home();
  await userEvent.type(field(), 'CDF234{Enter}');
  await waitFor(() => expect(location.pathname).toBe(`/a/${boardId}`));
  expect(findWorkshop(boardId, 'participant')?.joined).toEqual(first);
});

test.each([
  ['no code', 'CDF23', /six chiffres et lettres/],
  ['a closed one', 'CDF234', /n’ouvre aucun atelier/],
])('[LK18] %s is said beside its field, which keeps it', async (_, typed, sentence) => {
  home();
  await userEvent.type(field(), `${typed}{Enter}`);
  await waitFor(() => expect(field()).toHaveAccessibleDescription(sentence));
  expect(field()).toHaveFocus();
  expect(field()).toHaveValue(typed);
  expect(location.pathname).toBe('/');
});

test('[LK15] a link followed on this device is one it knows', async () => {
  const created = await server.api.create({ title: 'Eau' });
  const token = tokenOf(created, 'facilitator');
  await followLink(created.boardId, token);
  expect(linksOf(created.boardId)).toEqual({
    facilitator: `${location.origin}/a/${created.boardId}#${token}`,
  });
});

test('[LK23] after the end of an access a new link or code asks who one is, and only then', async () => {
  const created = await server.api.create({ title: 'Eau' });
  const token = tokenOf(created, 'participant');
  const here = () => findWorkshop(created.boardId, 'participant');
  await followLink(created.boardId, token);
  const door = here();
  if (!door) throw new Error('not remembered');
  await joinWorkshop(door, { name: 'Ana' });
  const ana = here();
  if (!ana) throw new Error('not remembered');
  noteEnd(ana);
  expect(here()?.joined).toEqual(ana.joined);
  await followLink(created.boardId, token);
  expect(here()?.joined).toBeNull();
  await joinWorkshop(here() ?? door, { name: 'Ana' });
  await followLink(created.boardId, token);
  expect(here()?.joined?.name).toBe('Ana');
});

test('[LK25] a link that leads nowhere from other devices is said beside it', async () => {
  const created = await open();
  expect(screen.queryByText(/^Ces liens/)).not.toBeInTheDocument();
  const link = `http://localhost:3000/a/${created.boardId}#${newSecret()}`;
  act(() => keepLink(created.boardId, 'participant', link));
  expect(screen.getByText('Ces liens ne s’ouvrent que sur cet appareil')).toBeVisible();
  expect(screen.getByText(/^Ils commencent par « http:\/\/localhost:3000 »/)).toBeVisible();
});
