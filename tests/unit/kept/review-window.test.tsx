/** What another epoch left on the page of who leads, compared with the board and put back. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setPreference } from '../../../client/state/preferences.ts';
import type { ToKeep } from '../../../client/sync/kept/kept-work.ts';
import { moveAction } from '../../../shared/board/commands/actions.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { addEntity, type BoardDoc } from '../../../shared/board/doc.ts';
import { ok } from '../../../shared/result.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { keptBoard, open, t, text } from '../../support/kept-board.tsx';
import { appendText } from '../../support/kept-texts.ts';
import { a, b, c, jobs, water } from '../../support/small-workshop.ts';
import { fr } from '../../support/words.ts';

beforeEach(() => setPreference({ language: 'fr', theme: 'auto' }));
const user = userEvent.setup();
const press = (name: RegExp | string) => user.click(screen.getByRole('button', { name }));
const box = (name: RegExp | string) => screen.getByRole('checkbox', { name });

const left = (work: ToKeep['work']): ToKeep => ({ work, why: 'other-epoch' });
const created = (id: string, values: Readonly<Record<string, unknown>>): ToKeep =>
  left({
    kind: 'created',
    path: ['actions', id],
    values: { priorityId: water, rank: 'a9', ...values },
  });
const said = (id: string, words: string, base = ''): ToKeep => left(text(id, words, base).work);

const lead = { role: 'facilitator' } as const;
async function compare() {
  await press(t.compare);
  return within(await screen.findByRole('dialog', { name: t.review.title }));
}

test('[KW25] the line and the window count what the board lacks, apart from the rest', async () => {
  await keptBoard([created('n', { title: 'Neuve' }), said(a, 'Un'), text(b, 'Deux')], lead);
  const sentence = 'Cette page contient 1 action et 1 texte que le tableau n’a pas.';
  await screen.findByText(`${sentence} 1 changement gardé peut être remis`, { exact: false });
  const dialog = within(await open());
  expect(dialog.getByText(sentence)).toBeVisible();
  expect(dialog.getByText('Deux')).toBeVisible();
  expect(dialog.queryByText('Un')).not.toBeInTheDocument();
  expect(await axeFaults()).toEqual([]);
});

test('[KW25] nothing is counted before the board is there that may have it', async () => {
  const { client } = await keptBoard([said(a, 'Un')], lead);
  act(() => client.stores.isUncompared.setState(true, true));
  expect(screen.queryByText(/Cette page contient/)).not.toBeInTheDocument();
  await act(() => client.settleKept());
  await screen.findByText(/^Cette page contient 1 texte/);
});

test('[KW25] who does not lead finds it listed with the rest', async () => {
  await keptBoard([said(a, 'Un')]);
  await screen.findByText(/^1 changement gardé peut être remis/);
  expect(screen.queryByText(/Cette page contient/)).not.toBeInTheDocument();
  expect(within(await open()).getByText('Un')).toBeVisible();
});

test('[KW26] the window leads to the comparison; what the board lacks is thrown away after a question', async () => {
  const { kept } = await keptBoard([said(a, 'Un'), said(b, 'Deux')], lead);
  const dialog = within(await open());
  await press(t.discardAll);
  expect(screen.getByRole('button', { name: t.discardNo })).toHaveFocus();
  await press(t.discardNo);
  expect(screen.getByRole('button', { name: t.discardAll })).toHaveFocus();
  await user.click(dialog.getByRole('button', { name: t.compare }));
  await screen.findByRole('dialog', { name: t.review.title });
  await press('Fermer');
  await open();
  await press(t.discardAll);
  await press(t.discardYes);
  await waitFor(() => expect(kept()).toEqual([]));
});

test('[KW26] actions changed, to add, and other changes, each field with both sides', async () => {
  const long = 'Un intitulé très long. '.repeat(12);
  await keptBoard(
    [
      said(a, 'Première ligne\nseconde ligne'),
      left({ kind: 'value', path: ['actions', a, 'means'], value: 'Deux cuves' }),
      left({ kind: 'place', path: ['actions', a], priorityId: jobs, rank: 'a1' }),
      left({
        kind: 'member',
        path: ['actions', b, 'supportingDirections', 'roads'],
        present: true,
      }),
      left({ kind: 'value', path: ['actions', b, 'discarded'], value: true }),
      left({
        kind: 'created',
        path: ['actions', c, 'indicators', 'i'],
        values: { label: 'Part', unit: '%', rank: 'a0', targets: [] },
      }),
      created('n', { title: long, means: 'Trois agents', priorityId: jobs }),
      created('d', { title: 'Laissée', discarded: true }),
      left({ kind: 'created', path: ['comments', 'k'], values: { actionId: a, text: 'Un mot' } }),
      left({ kind: 'value', path: ['board', 'title'], value: 'Achats' }),
    ],
    lead,
  );
  const dialog = await compare();
  const changed = within(dialog.getByRole('group', { name: '3 actions modifiées' }));
  expect(changed.getByRole('checkbox', { name: '1.1 Action a' })).toBeChecked();
  const fields = changed
    .getAllByRole('term')
    .map(({ parentElement }) => parentElement?.textContent);
  expect(fields).toEqual([
    'DescriptionSur le tableauvideSur cette pagePremière ligne\nseconde ligne',
    'MoyensSur le tableauvideSur cette pageDeux cuves',
    'DéplacementSur le tableauEauSur cette pageEmploi',
    'Mise à l’écartSur le tableausur le tableauSur cette pageécartée',
    'Directions associéesSur le tableauvideSur cette pageVoirie',
    'IndicateurSur le tableauvideSur cette pagePart\nUnité : %',
  ]);
  const added = within(dialog.getByRole('group', { name: '2 actions à ajouter' }));
  expect(added.getByRole('checkbox', { name: long.trim() })).toHaveAccessibleDescription('Emploi');
  expect(added.getByText('Moyens : Trois agents')).toBeVisible();
  expect(added.getByRole('checkbox', { name: 'Laissée' })).toHaveAccessibleDescription(
    'Eau · écartée',
  );
  const others = within(dialog.getByRole('group', { name: '2 autres changements' }));
  expect(others.getByRole('checkbox', { name: 'Commentaire · 1.1 Action a' })).toBeChecked();
  expect(others.getByText('Un mot')).toBeVisible();
  expect(others.getByText('Achats')).toBeVisible();
  expect(await axeFaults()).toEqual([]);
});

test('[KW26] one box takes or leaves a whole group', async () => {
  await keptBoard([said(a, 'Un'), said(b, 'Deux')], lead);
  await compare();
  const all = box(fr.review.all);
  await user.click(all);
  expect(box('1.1 Action a')).not.toBeChecked();
  await user.click(box('1.2 Action b'));
  expect(all).toBePartiallyChecked();
  await user.click(all);
  expect(box('1.1 Action a')).toBeChecked();
  expect(all).not.toBePartiallyChecked();
  expect(all).toBeChecked();
});

test('[KW35] with nothing ticked the button can be reached, does nothing, and says what to do', async () => {
  const { board } = await keptBoard([said(a, 'Un'), said(b, 'Deux')], lead);
  await compare();
  await user.click(box(fr.review.all));
  const button = screen.getByRole('button', { name: 'Remettre ce qui est coché (0)' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(fr.review.none);
  expect(screen.getByText(fr.review.none)).toBeVisible();
  await user.click(button);
  expect(board().actions.get(a)?.description).toBe('');
  expect(await axeFaults()).toEqual([]);
  await user.click(box('1.2 Action b'));
  expect(button).not.toHaveAttribute('aria-disabled');
  expect(screen.queryByText(fr.review.none)).not.toBeInTheDocument();
});

test('[KW36] of many lines those that wait are drawn first, and the box for all leaves the others', async () => {
  const plain = Array.from({ length: 203 }, (_, i) => created(`n${i}`, { title: `Neuve ${i}` }));
  const lost = created('p', { title: 'Sans priorité', priorityId: 'disparue' });
  await keptBoard([...plain, lost], lead);
  await compare();
  // By their words: looking for roles among so many takes seconds here.
  const ticked = () =>
    [...document.querySelectorAll<HTMLInputElement>('.review-item input')].filter(
      ({ checked }) => checked,
    ).length;
  const labels = () =>
    [...document.querySelectorAll('.review-item .check-field-label')].map((e) => e.textContent);
  expect(labels()).toHaveLength(200);
  expect(labels()[0]).toBe('Sans priorité');
  expect(ticked()).toBe(199);
  expect(screen.getByText('4 autres lignes ne sont pas affichées : 4 cochées.')).toBeVisible();
  const all = screen.getByText(fr.review.allShown);
  await user.click(all);
  await user.click(all);
  expect(ticked()).toBe(0);
  expect(screen.getByText('4 autres lignes ne sont pas affichées : 4 cochées.')).toBeVisible();
  expect(screen.getByText('Remettre ce qui est coché (4)')).toBeVisible();
  await user.click(screen.getByText(fr.review.showMore(4)));
  expect(labels()).toHaveLength(204);
  expect(screen.queryByText(fr.review.allShown)).not.toBeInTheDocument();
  expect(ticked()).toBe(4);
});

test('[KW27] a line that was ticked waits again once others have changed the same', async () => {
  const { harness } = await keptBoard([said(a, 'Ma version'), said(b, 'Deux')], lead);
  await compare();
  await user.click(box(fr.review.all));
  await user.click(box('1.1 Action a'));
  harness.neighbour(appendText, a, 'Leur version');
  expect(box('1.1 Action a')).not.toBeChecked();
  await user.click(box('1.1 Action a'));
  harness.neighbour(appendText, a, ' encore');
  expect(box('1.1 Action a')).toBeChecked();
});

test('[KW27] what others have changed since is said and unticked; ticked, it takes their place', async () => {
  const { harness, board } = await keptBoard(
    [
      said(a, 'Ma version'),
      left({ kind: 'value', path: ['actions', b, 'means'], value: 'Un', base: null }),
      left({ kind: 'place', path: ['actions', c], priorityId: jobs, rank: 'a1', base: water }),
      created('n', { title: 'Neuve' }),
    ],
    lead,
  );
  await compare();
  expect(box('1.1 Action a')).toBeChecked();
  harness.neighbour(appendText, a, 'Leur version');
  harness.neighbour(setSheetField, b, 'means', 'Deux');
  harness.neighbour(moveAction, c, { priorityId: water, before: null });
  expect(screen.getAllByText(t.review.contested)).toHaveLength(2);
  expect(box('1.1 Action a')).not.toBeChecked();
  expect(box('1.2 Action b')).not.toBeChecked();
  expect(box('1.3 Action c')).toBeChecked();
  await user.click(box('1.1 Action a'));
  await press('Remettre ce qui est coché (3)');
  await waitFor(() => expect(board().actions.get(a)?.description).toBe('Ma version'));
  expect(board().actions.get(b)?.means).toBe('Deux');
  expect(board().actions.get(c)?.priorityId).toBe(jobs);
});

test('[KW28] what is ticked comes back as one step of undo, the rest stays kept', async () => {
  const { client, board, kept } = await keptBoard(
    [said(a, 'Un'), said(b, 'Deux'), created('n', { title: 'Neuve' }), said('partie', 'Trois')],
    lead,
  );
  await compare();
  await user.click(box('1.2 Action b'));
  await press('Remettre ce qui est coché (3)');
  await screen.findByText(`${t.doneBack(2)} ${t.stayed(1)}`);
  expect(screen.getByText(t.stays['entity-gone'])).toBeVisible();
  expect(board().actions.get(a)?.description).toBe('Un');
  expect([...board().actions.values()].map(({ title }) => title)).toContain('Neuve');
  expect(kept().map(({ work }) => 'path' in work && work.path[1])).toEqual([b, 'partie']);
  act(() => void client.undo());
  expect(board().actions.get(a)?.description).toBe('');
  expect([...board().actions.values()].find(({ title }) => title === 'Neuve')?.discarded).toBe(
    true,
  );
});

test('[KW28] undone in the review, it is there to be ticked again', async () => {
  const { board } = await keptBoard([said(a, 'Un')], lead);
  await compare();
  await press('Remettre ce qui est coché (1)');
  await screen.findByText(t.review.done);
  expect(screen.getByText(t.doneBack(1)).parentElement).toHaveFocus();
  await press(t.undo);
  await screen.findByRole('checkbox', { name: '1.1 Action a' });
  expect(board().actions.get(a)?.description).toBe('');
});

test('[KW28] two hundred actions come back at one press and go at one undo', async () => {
  const many = Array.from({ length: 200 }, (_, i) => created(`n${i}`, { title: `Action ${i}` }));
  const { client, board } = await keptBoard(many, lead);
  await compare();
  // By its words: looking for a role among so many takes seconds here.
  await user.click(screen.getByText('Remettre ce qui est coché (200)'));
  await waitFor(() => expect(board().columns.get(water)).toHaveLength(203));
  act(() => void client.undo());
  expect(board().columns.get(water)).toHaveLength(3);
});

test('[KW29] what somebody else puts on the board meanwhile is counted no longer', async () => {
  const { harness, kept } = await keptBoard(
    [created('n', { title: 'Neuve' }), said(a, 'Un')],
    lead,
  );
  await screen.findByText(/^Cette page contient 1 action et 1 texte/);
  const add = (doc: BoardDoc) =>
    ok(addEntity(doc, 'actions', 'n', { title: 'Neuve', priorityId: water, rank: 'a9' }));
  harness.neighbour(add);
  await screen.findByText(/^Cette page contient 1 texte que/);
  expect(kept()).toHaveLength(1);
});

test('[KW31] an action whose priority is no more waits until the person chooses another', async () => {
  const { board } = await keptBoard(
    [created('p', { title: 'Sans priorité', priorityId: 'disparue' }), said(a, 'Un')],
    lead,
  );
  await compare();
  expect(box('Sans priorité')).not.toBeChecked();
  await user.selectOptions(screen.getByLabelText(t.review.into), '2. Emploi');
  expect(box('Sans priorité')).toBeChecked();
  expect(await axeFaults()).toEqual([]);
  await press('Remettre ce qui est coché (2)');
  await screen.findByText(t.doneBack(2));
  expect(board().columns.get(jobs)).toHaveLength(1);
});

test('[KW31] an action comes with its own priority when that comes back too', async () => {
  const { board } = await keptBoard(
    [
      left({ kind: 'created', path: ['priorities', 'air'], values: { title: 'Air', rank: 'a9' } }),
      created('p', { title: 'Respirer', priorityId: 'air' }),
    ],
    lead,
  );
  await compare();
  expect(screen.queryByLabelText(t.review.into)).not.toBeInTheDocument();
  await press('Remettre ce qui est coché (2)');
  await waitFor(() => expect([...board().numbers.values()]).toContain('3.1'));
});
