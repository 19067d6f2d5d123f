import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmptyWorkshop } from '../../../client/entry/create.ts';
import { ExportDialog } from '../../../client/features/export/export-dialog.tsx';
import { deviceStore } from '../../../client/state/device.ts';
import { FORMATS } from '../../../shared/export/formats.ts';
import { FORMAT_IDS } from '../../../shared/protocol/formats.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { servePages } from '../../support/page-server.ts';

const server = servePages();

/** Names of the files handed to the browser. */
let saved: string[] = [];
beforeEach(() => {
  saved = [];
  // jsdom knows no object URLs and downloads nothing.
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
});
afterEach(() => vi.restoreAllMocks());

async function show(role: Role = 'facilitator') {
  await createEmptyWorkshop('Achats');
  const [workshop] = deviceStore.getState();
  if (!workshop) throw new Error('nothing was created');
  const board = createBoardHarness(role);
  renderOnBoard(board, <ExportDialog workshop={workshop} onClose={() => undefined} />);
  return board.client.stores.connection;
}
const downloads = () => screen.getAllByRole('button', { name: /^Télécharger/ });

test('[TR6] each format says who it is for, and comes under the name the server gives', async () => {
  await show();
  expect(screen.getByText(/cellule qui commence comme une formule est neutralisée/)).toBeVisible();
  for (const [index, button] of downloads().entries()) {
    await userEvent.click(button);
    await waitFor(() => expect(saved).toHaveLength(index + 1));
    expect(
      await screen.findByText(`« ${saved[index]} » est dans vos téléchargements.`),
    ).toBeVisible();
  }
  expect(saved.map((name) => name.replace(/^.*\./, ''))).toEqual(
    FORMAT_IDS.map((id) => FORMATS[id].extension),
  );
});

test('[TR8] formats are in three groups, each says what is left out of it', async () => {
  await show();
  const groups = screen
    .getAllByRole('region')
    .map((region) => [
      within(region).getByRole('heading', { level: 3 }).textContent,
      within(region).getAllByRole('listitem').length,
    ]);
  expect(groups).toEqual([
    ['Tableurs', 3],
    ['Documents', 4],
    ['Données', 3],
  ]);
  for (const item of screen.getAllByRole('listitem')) expect(item).toHaveTextContent(/Sans|seule/i);
});

test('[TR9] names are asked for only once the box is ticked, and it says what that means', async () => {
  await show();
  expect(screen.getByText(/Aucun fichier ne nomme les participants/)).toBeVisible();
  const asked = () => server.asked.filter((each) => each.includes('/export/')).at(-1);
  const csv = screen.getByRole('button', { name: /pour Excel \(CSV\)/ });
  await userEvent.click(csv);
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(asked()).not.toContain('names');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Avec les noms des personnes' }));
  expect(screen.getByText(/réservez-les aux échanges internes/)).toBeVisible();
  await userEvent.click(csv);
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(asked()).toContain('?names=1');
});

test('[TR9] whoever does not lead is not offered names', async () => {
  await show('participant');
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(downloads().length).toBeGreaterThan(0);
});

test('[TR10] a download can be given up: nothing is saved, and another can be asked', async () => {
  await show();
  server.held = new Promise(() => undefined);
  const [first] = downloads();
  if (!first) throw new Error('no format');
  await userEvent.click(first);
  await userEvent.click(await screen.findByRole('button', { name: 'Abandonner' }));
  expect(await screen.findByText(/aucun fichier n’a été enregistré/)).toBeVisible();
  expect(saved).toEqual([]);
  server.held = null;
  await userEvent.click(first);
  await waitFor(() => expect(saved).toHaveLength(1));
});

test('[UI20] axe finds nothing to say about the dialog', async () => {
  await show();
  // Contrast is judged from the tokens: jsdom paints none.
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('[TR6] a download that fails says why and can be asked again', async () => {
  await show();
  server.isCut = true;
  const [first] = downloads();
  if (!first) throw new Error('no format');
  await userEvent.click(first);
  expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur ne répond pas.');
  server.isCut = false;
  await userEvent.click(first);
  await waitFor(() => expect(saved).toHaveLength(1));
});

test('[TR7] offline nothing can be downloaded, and the reason is said', async () => {
  const connection = await show();
  act(() => connection.setState({ state: 'offline', kept: true, since: 0 }, true));
  for (const button of downloads()) expect(button).toBeDisabled();
  expect(screen.getByText(/préparés par le serveur/)).toBeVisible();
});

test('[TR7] with changes on their way, the page says the file may lack them', async () => {
  const connection = await show();
  act(() => connection.setState({ state: 'live', unsaved: true, savedAt: null }, true));
  expect(screen.getByText(/modifications partent encore/)).toBeVisible();
  act(() => connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true));
  expect(screen.queryByText(/modifications partent encore/)).not.toBeInTheDocument();
});
