import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExportDialog } from '../../../client/features/export/export-dialog.tsx';
import { deviceStore } from '../../../client/state/device.ts';
import { createEmptyWorkshop } from '../../../client/state/workshops.ts';
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

async function show() {
  await createEmptyWorkshop('Achats');
  const [workshop] = deviceStore.getState();
  if (!workshop) throw new Error('nothing was created');
  const board = createBoardHarness();
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
  expect(saved.map((name) => name.replace(/^.*\./, ''))).toEqual(['json', 'csv', 'csv']);
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
