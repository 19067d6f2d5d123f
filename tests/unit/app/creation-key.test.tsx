/** The first page of a server that asks a key of whoever creates. */
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { App } from '../../../client/app/app.tsx';
import { axeFaults } from '../../support/axe-faults.ts';
import { servePages } from '../../support/page-server.ts';
import { fr } from '../../support/words.ts';

const key = 'cle-de-l-agglomeration';
const server = servePages(1_000, { creating: { create: 'key', createKey: key } });

const { home } = fr;
async function askToCreate(title: string) {
  await userEvent.type(await screen.findByLabelText(home.titleLabel), title);
  await userEvent.click(screen.getByRole('button', { name: home.create }));
}
const keyWindow = async () => within(await screen.findByRole('dialog', { name: home.keyTitle }));
async function give(text: string) {
  const asked = await keyWindow();
  if (text !== '') await userEvent.type(asked.getByLabelText(home.keyLabel), text);
  await userEvent.click(asked.getByRole('button', { name: home.create }));
}
const isCreated = () => screen.findByRole('dialog', { name: fr.join.readyTitle });

test('[AP31] whoever creates is asked for the key once, told when it is wrong, and it is kept', async () => {
  render(<App />);
  await askToCreate('Eau et achats');
  expect(await axeFaults()).toEqual([]);
  await give('');
  expect((await keyWindow()).getByText(home.keyMissing)).toBeVisible();
  await give('a key of other letters');
  expect((await keyWindow()).getByText(home.keyWrong)).toBeVisible();
  await userEvent.clear((await keyWindow()).getByLabelText(home.keyLabel));
  await give('another-key-altogether');
  expect((await keyWindow()).getByText(home.keyWrong)).toBeVisible();
  expect((await keyWindow()).getByLabelText(home.keyLabel)).toHaveValue('');
  await give(key);
  const created = await isCreated();
  expect(localStorage.getItem('gommette.creation-key')).toBe(key);
  await userEvent.click(within(created).getByRole('button', { name: /Fermer/ }));

  const before = server.asked.length;
  await askToCreate('Un autre');
  await isCreated();
  expect(server.asked.slice(before).filter((one) => one === 'POST /api/boards')).toHaveLength(1);
});

test('[AP31] whoever gives the key up is told why nothing was created, and keeps what was typed', async () => {
  render(<App />);
  await askToCreate('Eau et achats');
  await userEvent.click((await keyWindow()).getByRole('button', { name: fr.common.cancel }));
  expect(await screen.findByText(/demande une clé/)).toBeVisible();
  expect(screen.getByLabelText(home.titleLabel)).toHaveValue('Eau et achats');
});
