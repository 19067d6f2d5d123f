import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { goTo } from '../../../client/app/routes.ts';
import { Waiting } from '../../../client/app/waiting.tsx';
import { deviceStore } from '../../../client/state/device.ts';
import type { PeerOptions } from '../../../client/sync/peer.ts';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { tokenOf } from '../../support/http.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

/** Opens the page at an address; what the board's connection was asked to be is noted. */
function openPage(path: string) {
  history.replaceState(null, '', path);
  const connections: PeerOptions[] = [];
  const { client } = createBoardHarness();
  client.stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true);
  const connect = (options: PeerOptions) => {
    connections.push(options);
    return client;
  };
  const page = render(<App connect={connect} />);
  return { connections, ...page };
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const linkPath = (created: BoardCreated, role: Role) =>
  `/a/${created.boardId}#${tokenOf(created, role)}`;

test('[AP2] the secret of a link leaves the address once it is remembered', async () => {
  const created = await server.api.create({ title: 'Achats' });
  openPage(linkPath(created, 'participant'));
  await heading('Achats');
  expect(location.href).toBe(`${location.origin}/a/${created.boardId}`);
  expect(deviceStore.getState()).toMatchObject([
    { role: 'participant', title: 'Achats', token: tokenOf(created, 'participant') },
  ]);
});

test('[AP19] the door that a link has told is not asked for again by its form', async () => {
  const created = await server.api.create({ title: 'Achats' });
  server.asked.length = 0;
  openPage(linkPath(created, 'participant'));
  await screen.findByLabelText('Prénom ou fonction');
  expect(server.asked).toEqual([`GET /api/boards/${created.boardId}`]);
});

test('[AP2] while the server is out of reach the address keeps the secret, for a reload', async () => {
  const created = await server.api.create({ title: 'Achats' });
  server.isCut = true;
  openPage(linkPath(created, 'participant'));
  await heading('L’atelier ne s’ouvre pas');
  expect(location.hash).toBe(`#${tokenOf(created, 'participant')}`);
  server.isCut = false;
  await userEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
  await heading('Achats');
  expect(location.hash).toBe('');
});

test('[JN5] a door asked too often says that it waits, and opens by itself', async () => {
  const created = await server.api.create({ title: 'Achats' });
  server.tooOften = 1;
  openPage(linkPath(created, 'participant'));
  await heading('L’atelier va s’ouvrir');
  expect(screen.getByRole('main')).toHaveTextContent('nouvel essai dans 1 seconde.');
  expect(location.hash).toBe(`#${tokenOf(created, 'participant')}`);
  await screen.findByRole('heading', { level: 1, name: 'Achats' });
});

test('[NW3] out of reach, the door opens by itself once the network is back', async () => {
  const created = await server.api.create({ title: 'Achats' });
  server.isCut = true;
  openPage(linkPath(created, 'participant'));
  await heading('L’atelier ne s’ouvre pas');
  server.isCut = false;
  dispatchEvent(new Event('online'));
  await heading('Achats');
});

test('[NW7] a page that takes long to open says that the line is slow', () => {
  vi.useFakeTimers();
  render(<Waiting />);
  act(() => vi.advanceTimersByTime(4_900));
  expect(screen.getByRole('status')).toHaveTextContent('Ouverture…');
  act(() => vi.advanceTimersByTime(200));
  expect(screen.getByRole('status')).toHaveTextContent(/lente, ou coupée/);
  expect(screen.getByRole('link', { name: 'Tester mon réseau' })).toBeVisible();
});

test('[AP3] a link that opens nothing says so', async () => {
  const created = await server.api.create({ title: 'Achats' });
  openPage(`/a/${created.boardId}#${'x'.repeat(24)}`);
  await heading('L’atelier ne s’ouvre pas');
  expect(screen.getByText(/^Ce lien n’ouvre pas cet atelier/)).toBeVisible();
  expect(deviceStore.getState()).toEqual([]);
});

test('[AP3] a link that lost its end says so, offers the code, and asks the server nothing', async () => {
  const created = await server.api.create({ title: 'Achats' });
  server.asked.length = 0;
  openPage(linkPath(created, 'participant').slice(0, -3));
  await heading('L’atelier ne s’ouvre pas');
  expect(screen.getByText(/^Ce lien est incomplet/)).toBeVisible();
  expect(await screen.findByRole('textbox', { name: 'Code d’entrée' })).toBeVisible();
  expect(server.asked).toEqual([]);
});

test('[AP3] without a link nor a memory of one, the page asks for it', async () => {
  openPage('/a/inconnu');
  await heading('Demandez le lien de l’atelier');
  expect(server.asked).toEqual([]);
});

test('[AP3] an address that is none of ours says so', async () => {
  openPage('/ailleurs');
  await heading('Cette page n’existe pas');
});

test('[JN4] a reload brings the same person back, without a form', async () => {
  const created = await server.api.create({ title: 'Achats' });
  const first = openPage(linkPath(created, 'participant'));
  await heading('Achats');
  await userEvent.type(screen.getByLabelText('Prénom ou fonction'), 'Ana{Enter}');
  await screen.findByRole('button', { name: 'Exporter' });
  first.unmount();

  const { connections } = openPage(`/a/${created.boardId}`);
  await screen.findByRole('button', { name: 'Exporter' });
  expect(connections).toEqual(first.connections);
  expect(connections[0]).toMatchObject({ boardId: created.boardId, origin: 'ws://localhost:3000' });
});

test('[JN4] two links of one board in two roles are two people; the tab keeps its own', async () => {
  const created = await server.api.create({ title: 'Achats' });
  const facilitator = openPage(linkPath(created, 'facilitator'));
  await heading('Achats');
  await userEvent.type(screen.getByLabelText('Prénom ou fonction'), 'Camille{Enter}');
  await screen.findByRole('button', { name: 'Exporter' });
  facilitator.unmount();

  const observer = openPage(linkPath(created, 'observer'));
  await screen.findByRole('button', { name: 'Exporter' });
  expect(observer.connections[0]?.personId).not.toBe(facilitator.connections[0]?.personId);
  expect(
    deviceStore
      .getState()
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['facilitator', 'observer']);
});

test('[AP5] a page that follows another takes the focus to its h1, the first one does not', async () => {
  openPage('/ailleurs');
  await heading('Cette page n’existe pas');
  expect(document.body).toHaveFocus();
  act(() => goTo('/a/inconnu'));
  const following = await heading('Demandez le lien de l’atelier');
  await waitFor(() => expect(following).toHaveFocus());
  expect(document.title).toBe('Demandez le lien de l’atelier – Gommette');
});

test('[AP5] the skip link takes the focus past the header and leaves the address alone', async () => {
  openPage('/ailleurs');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(location.hash).toBe('');
});
