import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { HomePage } from '../../../client/app/home-page.tsx';
import { deviceStore } from '../../../client/state/device.ts';
import { HandRequest } from '../../support/hand-request.ts';
import { servePages } from '../../support/page-server.ts';

const server = servePages();
const workshop = (cards: unknown[] = []) => ({
  format: 'spaser-workshop',
  formatVersion: 1,
  workshop: { title: 'Importé' },
  priorities: [{ id: 'p1', title: 'Eau' }],
  cards,
});

async function choose(content: string | File) {
  const { container } = render(<HomePage />);
  const file = typeof content === 'string' ? new File([content], 'atelier.json') : content;
  const input = container.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no file input');
  await userEvent.upload(input, file, { applyAccept: false });
}
const sent = () => server.asked.filter((asked) => asked === 'POST /api/boards');

/** A file that says its size without holding it. */
const heavy = (bytes: number) =>
  Object.defineProperty(new File(['x'], 'lourd.json'), 'size', { value: bytes });

test('[TR1] a file above 10 MB is refused with its size, before anything is sent', async () => {
  await choose(heavy(12_400_000));
  expect(screen.getByRole('alert')).toHaveTextContent('Ce fichier pèse 12,4 Mo');
  expect(sent()).toEqual([]);
});

test('[TR1] an empty file is refused before anything is sent', async () => {
  await choose(new File([], 'vide.json'));
  expect(screen.getByRole('alert')).toHaveTextContent('Ce fichier est vide.');
  expect(sent()).toEqual([]);
});

test('[TR2] a file the server cannot read is refused in its own words', async () => {
  await choose('{ "format": ');
  expect(await screen.findByRole('alert')).toHaveTextContent(/n’est pas/);
  expect(deviceStore.getState()).toEqual([]);
});

test('[TR2] out of reach of the server, the page says so and takes the file again', async () => {
  server.isCut = true;
  await choose(JSON.stringify(workshop()));
  expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur ne répond pas.');
  expect(screen.getByRole('button', { name: 'Choisir un fichier' })).toBeEnabled();
});

test('[TR3] what the file had that could not be kept is listed, copyable, before entering', async () => {
  await choose(JSON.stringify(workshop([{ id: 'a1', priorityId: 'p1' }])));
  const dialog = await screen.findByRole('dialog', { name: 'L’atelier est prêt' });
  const note = within(
    within(dialog).getByText('1 remarque sur ce fichier').parentElement as HTMLElement,
  );
  const [fault] = note.getAllByRole('listitem');
  // Set up after the page: it brings a clipboard that can be read.
  const user = userEvent.setup();
  await user.click(note.getByRole('button', { name: 'Copier les remarques' }));
  expect(await navigator.clipboard.readText()).toBe(fault?.textContent);
  expect(note.getByRole('status')).toHaveTextContent('Copié.');
});

test('[TR3] a sound file shows its links and no remark', async () => {
  await choose(JSON.stringify(workshop()));
  const dialog = await screen.findByRole('dialog', { name: 'L’atelier est prêt' });
  expect(within(dialog).queryByText(/remarque/)).not.toBeInTheDocument();
  expect(deviceStore.getState()[0]).toMatchObject({ title: 'Importé', role: 'facilitator' });
});

test('[TR4] an import given up says so and opens nothing', async () => {
  let answer: (text: string) => void = () => undefined;
  const slow = Object.assign(new File(['x'], 'lent.json'), {
    text: () => new Promise<string>((resolve) => (answer = resolve)),
  });
  await choose(slow);
  expect(screen.getByText('Lecture de « lent.json »…')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Abandonner' }));
  await act(async () => answer(JSON.stringify(workshop())));
  expect(screen.getByText(/^Import abandonné/)).toBeVisible();
  expect(sent()).toEqual([]);
});

test('[TR5] a file dropped on the place is taken like a chosen one', async () => {
  const { container } = render(<HomePage />);
  const place = container.querySelector('.import-drop');
  if (!place) throw new Error('no place to drop');
  const dataTransfer = { files: [new File([JSON.stringify(workshop())], 'atelier.json')] };
  // Without preventing the default of both, the browser opens the file in place of the page.
  expect(fireEvent.dragOver(place, { dataTransfer })).toBe(false);
  expect(fireEvent.drop(place, { dataTransfer })).toBe(false);
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

test('[TR11] while a file leaves, how much of it is told, then that the server opens it', async () => {
  let goOn = () => {};
  HandRequest.half = new Promise((resolve) => {
    goOn = resolve;
  });
  let answer = () => {};
  server.held = new Promise((resolve) => {
    answer = resolve;
  });
  await choose(JSON.stringify(workshop()).padEnd(120_000));
  await screen.findByText('0,1 Mo sur 0,1 Mo');
  expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBeCloseTo(0.5, 3);
  expect(screen.getByText('Envoi de « atelier.json »…')).toBeVisible();
  await act(async () => goOn());
  expect(
    await screen.findByText('« atelier.json » est envoyé : le serveur l’ouvre…'),
  ).toBeVisible();
  expect(screen.getByRole('progressbar')).not.toHaveAttribute('value');
  expect(screen.getByRole('button', { name: 'Abandonner' })).toBeEnabled();
  await act(async () => answer());
  await screen.findByRole('dialog', { name: 'L’atelier est prêt' });
});

test('[TR11] an import that failed on its way says what to do, and is sent again by one press', async () => {
  server.isCut = true;
  await choose(JSON.stringify(workshop()));
  const said = await screen.findByRole('alert');
  expect(said).toHaveTextContent('Le fichier reste sur cet appareil');
  server.isCut = false;
  await userEvent.click(within(said).getByRole('button', { name: 'Réessayer' }));
  await screen.findByRole('dialog', { name: 'L’atelier est prêt' });
  expect(sent()).toHaveLength(2);
});

test('[TR11] given up while it leaves, nothing is sent', async () => {
  HandRequest.half = new Promise(() => {});
  await choose(JSON.stringify(workshop()));
  await userEvent.click(await screen.findByRole('button', { name: 'Abandonner' }));
  expect(await screen.findByText(/^Import abandonné/)).toBeVisible();
  expect(sent()).toEqual([]);
});
