import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { HomePage } from '../../../client/app/home-page.tsx';
import { forgetHere } from '../../../client/entry/forget-here.ts';
import {
  deviceStore,
  findWorkshop,
  rememberWorkshop,
  tabRole,
} from '../../../client/state/device.ts';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();
const show = () =>
  render(
    <>
      <HomePage />
      <ToastRegion />
    </>,
  );
const create = () => screen.getByRole('button', { name: 'Créer l’atelier' });
const title = () => screen.getByLabelText('Titre de l’atelier');

test('[HM1] without a title nothing is sent, and the field says why and takes the focus', async () => {
  show();
  await userEvent.type(title(), '   ');
  await userEvent.click(create());
  expect(title()).toHaveAccessibleDescription('Donnez un titre à l’atelier.');
  expect(title()).toHaveFocus();
  expect(server.asked).toEqual([]);
});

test('[HM1] when the server is out of reach the title stays and can be sent again', async () => {
  show();
  await userEvent.type(title(), 'Mon atelier');
  server.isCut = true;
  await userEvent.click(create());
  expect(title()).toHaveAccessibleDescription(/ne répond pas/);
  expect(title()).toHaveValue('Mon atelier');
  server.isCut = false;
  await userEvent.click(create());
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

test('[HM2] a created workshop shows its three links, and this device keeps them', async () => {
  show();
  await userEvent.type(title(), 'Mon atelier{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'L’atelier est prêt' });
  const links = ['Pour animer', 'Pour participer', 'Pour regarder ou projeter'].map(
    (name) => within(dialog).getByLabelText<HTMLInputElement>(name).value,
  );
  const [known] = deviceStore.getState();
  expect(links).toEqual([
    known?.links?.facilitator,
    known?.links?.participant,
    known?.links?.observer,
  ]);
  expect(new Set(links).size).toBe(3);
  expect(known).toMatchObject({ title: 'Mon atelier', role: 'facilitator', joined: null });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Entrer dans l’atelier' }));
  expect(location.pathname).toBe(`/a/${known?.boardId}`);
});

test('[HM3] one press opens a demonstration of one’s own, already inside', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir la démonstration' }));
  await waitFor(() => expect(location.pathname).toMatch(/^\/a\//));
  const boardId = location.pathname.slice(3) as BoardId;
  expect(findWorkshop(boardId, 'facilitator')).toMatchObject({
    title: 'Imaginer les actions du SPASER',
    joined: { name: 'Animation', role: 'facilitator' },
  });
  expect(tabRole(boardId)).toBe('facilitator');
});

test.each([
  ['Idées', 'ideas'],
  ['Vote', 'vote'],
  ['Restitution', 'report'],
])('[HM6] « %s » opens a demonstration that begins at its step', async (name, step) => {
  show();
  await userEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(location.pathname).toMatch(/^\/a\//));
  expect(server.asked.filter((asked) => asked.includes('/api/boards?at='))).toEqual([
    expect.stringContaining(`/api/boards?at=${step}`),
  ]);
});

test('[HM7] a picture of a real wall comes late, with words for who does not see it', async () => {
  show();
  const picture = await screen.findByRole('img', { name: /^Un atelier ouvert/ });
  expect(picture).toHaveAttribute('loading', 'lazy');
  expect(picture.getAttribute('src')).toMatch(/shared\/demo\/tableau\.webp$/);
});

test('[HM3] a demonstration that cannot be opened says why', async () => {
  show();
  server.isCut = true;
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir la démonstration' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur ne répond pas.');
});

const known = (boardId: string, role: 'facilitator' | 'participant', name: string) =>
  rememberWorkshop({
    boardId: boardId as BoardId,
    role,
    title: name,
    token: 'secret',
    joined: null,
    openedAt: Date.UTC(2026, 5, 30, 8),
  });

test('[HM4] workshops opened here are listed, last first, with role and date', () => {
  known('un', 'participant', 'Premier');
  known('deux', 'facilitator', 'Second');
  show();
  const list = screen.getByRole('region', { name: 'Ateliers ouverts sur cet appareil' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    expect.stringMatching(/^SecondAnimation · ouvert le 30 juin 2026/),
    expect.stringMatching(/^PremierParticipation · ouvert le 30 juin 2026/),
  ]);
});

test('[HM4] the one pressed opens by its role, when a board is known by several', async () => {
  known('un', 'participant', 'Côté salle');
  known('un', 'facilitator', 'Côté animation');
  show();
  const link = screen.getByRole('link', { name: 'Côté salle' });
  link.addEventListener('click', (event) => event.preventDefault()); // jsdom loads no page
  await userEvent.click(link);
  expect(tabRole('un' as BoardId)).toBe('participant');
});

test('[HM4] a forgotten workshop leaves the list, and can be taken back', async () => {
  known('un', 'participant', 'Premier');
  show();
  await userEvent.click(screen.getByRole('button', { name: /^Oublier « Premier »/ }));
  await waitFor(() => expect(deviceStore.getState()).toEqual([]));
  expect(localStorage.getItem('gommette.workshops')).toBe('[]');
  await userEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(screen.getByRole('link', { name: 'Premier' })).toBeInTheDocument();
});

test('[HM4] a workshop whose unsaved work could not be set aside stays in the list', async () => {
  known('un', 'participant', 'Premier');
  const [workshop] = deviceStore.getState();
  if (!workshop) throw new Error('not known');
  const place = { directionId: null, actorId: null, ticket: 't1cket' };
  const joined = { personId: 'moi' as PersonId, name: 'Camille', role: workshop.role, ...place };
  const broken = () => Promise.reject(new TypeError('not fetched'));
  expect(await forgetHere({ ...workshop, joined }, broken)).toBe(false);
  expect(deviceStore.getState()).toEqual([workshop]);
});

test('[AP14] the first page has no fault that axe can see', async () => {
  known('un', 'participant', 'Premier');
  const { container } = show();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations).toEqual([]);
});

test('[HM5] what another tab remembers shows here, and is not overwritten', () => {
  known('un', 'participant', 'Premier');
  show();
  const here = deviceStore.getState();
  const there = [{ ...here[0], boardId: 'deux', title: 'Second' }, ...here];
  localStorage.setItem('gommette.workshops', JSON.stringify(there));
  act(() => void dispatchEvent(new StorageEvent('storage', { key: 'gommette.workshops' })));
  expect(screen.getByRole('link', { name: 'Second' })).toBeInTheDocument();
  act(() => known('trois', 'participant', 'Troisième'));
  expect(localStorage.getItem('gommette.workshops')).toContain('Second');
});
