import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setPreference } from '../../../client/state/preferences.ts';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { keptBoard, open, t, text } from '../../support/kept-board.tsx';
import { appendText } from '../../support/kept-texts.ts';
import { a } from '../../support/small-workshop.ts';

beforeEach(() => {
  setPreference({ language: 'fr', theme: 'auto' });
  pageToasts.store.setState({ toasts: [] });
});
const user = userEvent.setup();
const press = (name: RegExp | string) => user.click(screen.getByRole('button', { name }));
const status = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

const newAction: ToKeep = {
  work: {
    kind: 'created',
    path: ['actions', 'neuve'],
    values: { title: 'Récupérer la pluie', priorityId: 'water', rank: 'a9', means: 'Deux cuves' },
  },
  why: 'step',
};

test('[KW10] a calm line tells how much is kept, and nothing when nothing is', async () => {
  const { client, close } = await keptBoard([text(a, 'Un'), newAction]);
  close();
  await screen.findByText(/^2 changements gardés sur cet appareil/);
  expect(screen.getByRole('region', { name: t.band })).toBeVisible();
  expect(screen.queryByRole('button', { name: t.putBack })).not.toBeInTheDocument();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(await axeFaults()).toEqual([]);
  await act(
    async () =>
      void (await client.discardKept(client.stores.kept.getState().map(({ key }) => key))),
  );
  expect(screen.queryByRole('region', { name: t.band })).not.toBeInTheDocument();
});

test('[KW11] once writing reopens the line offers to put back, in one step of undo', async () => {
  const { client, close, reopen, board, kept } = await keptBoard([text(a, 'Un'), newAction]);
  close();
  reopen();
  await screen.findByText(/^2 changements gardés peuvent être remis/);
  await press(t.putBack);
  await screen.findByText('2 changements remis sur le tableau.');
  expect(board().actions.get(a)?.description).toBe('Un');
  expect([...board().actions.values()].map(({ title }) => title)).toContain('Récupérer la pluie');
  expect(kept()).toEqual([]);
  act(() => void client.undo());
  expect(board().actions.get(a)?.description).toBe('');
});

test('[KW11] what was put back is undone by one press, and is kept again', async () => {
  const { board, kept } = await keptBoard([text(a, 'Un')]);
  await press(t.putBack);
  await press(t.undo);
  await screen.findByText(/^1 changement gardé/);
  expect(board().actions.get(a)?.description).toBe('');
  expect(kept().map(({ work }) => work)).toEqual([text(a, 'Un').work]);
});

test('[KW12] the window says what, where, when and why, by action', async () => {
  const { close } = await keptBoard([text(a, 'Un mot de plus'), newAction]);
  close();
  const dialog = await open();
  const group = within(dialog).getByRole('region', { name: '1.1 Action a' });
  expect(within(group).getByText('Eau')).toBeVisible();
  expect(within(group).getByText('Description')).toBeVisible();
  expect(within(group).getByText('Un mot de plus')).toBeVisible();
  expect(
    within(group).getByText(/^Gardé à l’instant, le .* à .*\. L’étape en cours ne permettait pas/),
  ).toBeVisible();
  const fresh = within(dialog).getByRole('region', { name: t.created.actions });
  expect(within(fresh).getByText(/^Récupérer la pluie\s+Moyens : Deux cuves$/)).toBeVisible();
  const putBack = within(group).getByRole('button', { name: /^Remettre/ });
  expect(putBack).toHaveAccessibleName('Remettre Description, 1.1 Action a');
  expect(putBack).toHaveAttribute('aria-disabled', 'true');
  expect(putBack).toHaveAccessibleDescription(t.later.step);
  await user.click(putBack);
  expect(within(group).getByText('Un mot de plus')).toBeVisible();
  expect(await axeFaults()).toEqual([]);
});

test('[KW13] one thing is put back, the others stay; the focus passes to the next one', async () => {
  const { board } = await keptBoard([text(a, 'Un'), newAction]);
  await open();
  await press('Remettre Description, 1.1 Action a');
  await waitFor(() => expect(board().actions.get(a)?.description).toBe('Un'));
  expect(status()).toContain('1 changement remis sur le tableau.');
  expect(document.activeElement).toHaveTextContent('Récupérer la pluie');
});

test('[KW13] the last one gone, the focus is on what is said; undone, it can be put back again', async () => {
  const { board } = await keptBoard([newAction]);
  const isShown = () => [...board().numbers].length === 4;
  await open();
  await press(/^Remettre Nouvelle action/);
  await screen.findByText(t.empty);
  expect(isShown()).toBe(true);
  expect(document.activeElement).toHaveTextContent('1 changement remis sur le tableau.');
  await press(t.undo);
  await screen.findByText(t.kinds.restored);
  expect(isShown()).toBe(false);
  await press(/^Remettre Retour sur le tableau/);
  await waitFor(() => expect(isShown()).toBe(true));
});

test('[KW14] where others wrote in the same words, both are shown and the person decides', async () => {
  const { harness, board } = await keptBoard([text(a, 'Ma version', 'Avant')]);
  harness.neighbour(appendText, a, 'Leur version');
  const dialog = await open();
  expect(within(dialog).getByText(t.here)).toBeVisible();
  expect(within(dialog).getByText(t.onBoard)).toBeVisible();
  expect(dialog.querySelector('.kept-texts')).toHaveTextContent(/Ma version.*Leur version/);
  await press(/^Remettre Description/);
  await screen.findByText(t.both);
  expect(board().actions.get(a)?.description).toBe('Leur version');
  await press(/^Ajouter à la suite/);
  await waitFor(() => expect(board().actions.get(a)?.description).toBe('Leur version\nMa version'));
});

test('[KW14] replacing puts the kept text in the place of the board’s', async () => {
  const { harness, board } = await keptBoard([text(a, 'Ma version', 'Avant')]);
  harness.neighbour(appendText, a, 'Leur version');
  await open();
  await press(/^Remettre Description/);
  await press(/^Remplacer/);
  await waitFor(() => expect(board().actions.get(a)?.description).toBe('Ma version'));
});

test('[KW15] one is copied as it was written, all as a text fit for a mail', async () => {
  const user = userEvent.setup(); // its clipboard is there for one test
  await keptBoard([text(a, 'Un mot'), newAction]);
  const dialog = await open();
  const group = within(dialog).getByRole('region', { name: '1.1 Action a' });
  await user.click(within(group).getByRole('button', { name: /^Copier/ }));
  expect(await navigator.clipboard.readText()).toBe('Un mot');
  await user.click(screen.getByRole('button', { name: t.copyAll }));
  const mail = await navigator.clipboard.readText();
  expect(mail.replace(/Gardé le .*/g, 'Gardé le …')).toBe(
    'Travail gardé\n\n1.1 Action a — Eau\nGardé le …\nDescription : Un mot\n\nNouvelle action — Eau\nGardé le …\nRécupérer la pluie\nMoyens : Deux cuves\n',
  );
});

test('[KW16] what is thrown away comes back at a press, also after the window is closed', async () => {
  const { kept } = await keptBoard([text(a, 'Un')]);
  await open();
  await press(/^Jeter/);
  await screen.findByText(t.discarded(1));
  expect(kept()).toEqual([]);
  await press(t.undo);
  await waitFor(() => expect(kept()).toHaveLength(1));
  await press(/^Jeter/);
  await waitFor(() => expect(kept()).toEqual([]));
  await press('Fermer');
  await press(t.undo);
  await waitFor(() => expect(kept()).toHaveLength(1));
});

test('[KW16] throwing all away asks first, the focus on the harmless answer', async () => {
  const { kept } = await keptBoard([text(a, 'Un'), newAction]);
  await open();
  await press(t.discardAll);
  expect(screen.getByRole('button', { name: t.discardNo })).toHaveFocus();
  expect(await axeFaults()).toEqual([]);
  await user.keyboard('{Enter}');
  expect(kept()).toHaveLength(2);
  expect(screen.getByRole('button', { name: t.discardAll })).toHaveFocus();
  await press(t.discardAll);
  await user.keyboard('{Tab}{Enter}');
  await screen.findByText(t.empty);
  expect(document.querySelector('[data-said]')).toHaveFocus();
  expect(kept()).toEqual([]);
});

test('[KW17] what stays says why', async () => {
  await keptBoard([
    { work: { kind: 'text', path: ['actions', 'partie', 'title'], text: 'Un' }, why: 'step' },
    newAction,
  ]);
  await open();
  await press(t.putBackAll(2));
  await screen.findByText(`${t.doneBack(1)} ${t.stayed(1)}`);
  expect(screen.getByText(t.stays['entity-gone'])).toBeVisible();
});

test('[KW22] a hundred things and a text of twenty thousand letters stay calm: folded, opened at a press', async () => {
  const whole = 'abcdefghij'.repeat(2_000);
  const many = Array.from({ length: 99 }, (_, i): ToKeep => text(`a${i}`, `Texte ${i}`));
  await keptBoard([text(a, whole), ...many]);
  await screen.findByText(/^100 changements gardés/);
  await open();
  const shown = document.querySelector('.kept-text-words');
  expect(shown?.textContent).toHaveLength(601);
  const more = screen.getByText(t.readAll);
  await user.click(more);
  expect(shown?.textContent).toBe(whole);
  expect(more).toHaveAttribute('aria-expanded', 'true');
});

test('[KW21] where nothing outlives the page, the line says so', async () => {
  await keptBoard([text(a, 'Un')]); // jsdom has no database: it is in memory
  const band = await screen.findByRole('region', { name: t.band });
  await waitFor(() => expect(band).toHaveTextContent(t.onlyHere));
});

test('[KW23] somebody else on this device sees it too, under whose name, and puts it back as themselves', async () => {
  const { client, board } = await keptBoard([newAction]);
  const [item] = client.stores.kept.getState();
  act(() =>
    client.stores.kept.setState(
      item ? [{ ...item, personId: 'ben' as typeof item.personId }] : [],
      true,
    ),
  );
  const dialog = await open();
  expect(within(dialog).getByText(t.otherHand)).toBeVisible();
  expect(within(dialog).getByText(/, sous un autre nom\./)).toBeVisible();
  await press(/^Remettre Nouvelle action/);
  await waitFor(() =>
    expect([...board().actions.values()].find(({ means }) => means)?.authorId).toBe('moi'),
  );
});
