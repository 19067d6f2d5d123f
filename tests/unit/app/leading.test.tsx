import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { BoardPage } from '../../../client/app/board-page.tsx';
import { keepLink, type OpenedWorkshop, rememberWorkshop } from '../../../client/state/device.ts';
import { setPreference } from '../../../client/state/preferences.ts';
import { setInfo } from '../../../shared/board/commands/frame.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Present } from '../../../shared/session/present.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { groupsFr } from '../../../shared/text/fr/groups.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { start, stepOf } from '../../support/session-people.ts';

const boardId = 'abc' as BoardId;
const joined = {
  personId: 'moi' as PersonId,
  name: 'Camille',
  ticket: 't1cket',
  directionId: null,
  actorId: null,
};

const guest: Present = {
  id: 'ben' as PersonId,
  role: 'participant',
  name: 'Ben',
  clients: [7],
  directionId: null,
  actorId: null,
};

beforeEach(() => {
  localStorage.clear();
  setPreference({ keys: true });
});

function open(role: Role = 'facilitator', path = '/a/abc') {
  const workshop: OpenedWorkshop = {
    boardId,
    role,
    title: 'Atelier',
    token: 's3cret',
    openedAt: 0,
    joined: { ...joined, role },
  };
  rememberWorkshop(workshop);
  history.replaceState(null, '', path);
  const board = createBoardHarness(role);
  board.client.run(setInfo, { title: 'Achats et eau' });
  act(() => board.client.stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }));
  const connect = () => board.client;
  render(
    <BoardPage
      workshop={workshop}
      connect={connect}
      joined={{ ...joined, role }}
      actionId={null}
    />,
  );
  return board;
}

const cockpit = () => screen.queryByRole('complementary', { name: 'Animation' });
const found = () => screen.findByRole('complementary', { name: 'Animation' });

test('[CK21] the cockpit opens and closes by its button and by its key, and gives the focus back', async () => {
  open();
  const button = screen.getByRole('button', { name: 'Animation' });
  await userEvent.click(button);
  const shown = await found();
  await waitFor(() => expect(shown).toHaveFocus());
  expect(button).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('a');
  expect(cockpit()).not.toBeInTheDocument();
  expect(button).toHaveFocus();
  await userEvent.keyboard('a');
  expect(await found()).toBeVisible();
});

test.each(['participant', 'observer'] as const)(
  '[CK21] a %s has neither button, key nor window of the cockpit',
  async (role) => {
    open(role, '/a/abc?animation');
    await userEvent.keyboard('a');
    expect(screen.queryByRole('button', { name: 'Animation' })).not.toBeInTheDocument();
    expect(cockpit()).not.toBeInTheDocument();
  },
);

test('[CK22] the cockpit fills a window of its own, where it is not closed', async () => {
  open('facilitator', '/a/abc?animation');
  expect(await found()).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Fermer l’animation' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Ouvrir dans une autre fenêtre' })).toBeNull();
});

test('[CK29] in that window it is alone: neither the board’s header, nor its band, nor its search', async () => {
  open('facilitator', '/a/abc?animation');
  await found();
  expect(document.querySelector('.board-header')).toBeNull();
  expect(screen.queryByRole('region', { name: 'Atelier libre' })).not.toBeInTheDocument();
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'Achats et eau' })).toBeInTheDocument();
});

test('[CK22] its own window and the projection are opened from it, with the observers’ secret', async () => {
  open();
  keepLink(boardId, 'observer', 'http://localhost/a/abc#0bserver');
  await userEvent.keyboard('a');
  await found();
  expect(screen.getByRole('link', { name: 'Ouvrir dans une autre fenêtre' })).toHaveAttribute(
    'href',
    '/a/abc?animation',
  );
  expect(screen.getByRole('link', { name: 'Ouvrir la projection' })).toHaveAttribute(
    'href',
    '/a/abc/projection#0bserver',
  );
});

test('[DR15] the déroulé is reached from the menu of facilitators and from the cockpit', async () => {
  open();
  await userEvent.click(screen.getByRole('button', { name: 'Menu de l’atelier' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Déroulé' }));
  expect(await screen.findByRole('dialog', { name: 'Déroulé' })).toBeVisible();
});

test('[KY2] ? lists the keys of the page, those of the cockpit once it is open', async () => {
  open();
  await userEvent.keyboard('a');
  await found();
  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Raccourcis clavier' });
  expect(dialog).toHaveTextContent('Ouvrir ou fermer l’animation');
  expect(dialog).toHaveTextContent('Mettre tout le monde en pause');
});

const dark = () =>
  [...document.querySelectorAll('.board-header [data-variant="primary"]')].map(
    ({ textContent }) => textContent,
  );

test('[AP30] inviting is put forward until somebody is there, the files in the last step', async () => {
  const board = open();
  expect(dark()).toEqual(['Inviter']);
  await userEvent.click(screen.getByRole('button', { name: 'Inviter' }));
  expect(await screen.findByRole('dialog', { name: 'Les liens de l’atelier' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  act(() => board.setOthers([guest]));
  expect(dark()).toEqual([]);
  const steps = [stepOf('un', FREE_RULES), stepOf('deux', FREE_RULES)];
  board.ask({ type: 'steps-set', steps });
  board.ask(start('un'));
  expect(dark()).toEqual([]);
  board.ask(start('deux', 'un'));
  expect(dark()).toEqual(['Exporter']);
});

test('[AP30] nobody else invites', () => {
  open('participant');
  expect(dark()).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Inviter' })).not.toBeInTheDocument();
});

test('[SB5] a new workshop says the four things it needs, ticked as they are done', async () => {
  const board = open();
  const list = await screen.findByRole('list', { name: 'Pour commencer' });
  const ticked = () => [...list.querySelectorAll('li')].map((line) => line.textContent);
  expect(ticked()).toEqual(['1. Priorités', '2. Directions', '3. Déroulé', '4. Ouvrir l’entrée']);
  await userEvent.click(screen.getByRole('button', { name: '3. Déroulé' }));
  expect(await screen.findByRole('dialog', { name: 'Déroulé' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  board.ask({ type: 'steps-set', steps: [stepOf('un', FREE_RULES)] });
  expect(ticked()[2]).toBe('3. Déroulé fait');
  board.ask(start('un'));
  expect(screen.queryByRole('list', { name: 'Pour commencer' })).not.toBeInTheDocument();
});

test('[SB5] whoever takes part is given none of it', () => {
  open('participant');
  expect(screen.queryByRole('list', { name: 'Pour commencer' })).not.toBeInTheDocument();
});

test('[GV13] the sheets are dealt in the place of the wall, by an address, and only by those who lead', async () => {
  open('facilitator', '/a/abc?repartir=');
  const title = await screen.findByRole('heading', { name: groupsFr.deal.title });
  expect(title).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: groupsFr.deal.close }));
  expect(screen.queryByRole('heading', { name: groupsFr.deal.title })).toBeNull();
  expect(location.search).toBe('');
});

test('[GV13] whoever takes part keeps the wall', () => {
  open('participant', '/a/abc?repartir=');
  expect(screen.queryByRole('heading', { name: groupsFr.deal.title })).toBeNull();
});
