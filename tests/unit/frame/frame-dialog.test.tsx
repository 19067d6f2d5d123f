import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FrameDialog, type FrameTab } from '../../../client/features/frame/frame-dialog.tsx';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, editFrameEntity, setInfo } from '../../../shared/board/commands/frame.ts';
import { setSheetField, setSheetMember } from '../../../shared/board/commands/sheet.ts';
import { ownTermsOf } from '../../../shared/board/commands/terms.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

let board: BoardHarness;
const onClose = vi.fn();

beforeEach(() => {
  board = createBoardHarness();
  onClose.mockReset();
});

const open = (tab: FrameTab = 'workshop') =>
  renderOnBoard(board, <FrameDialog tab={tab} onClose={onClose} />);
const now = () => board.client.stores.board.getState();
const names = () => [...now().directions.values()].map(({ name }) => name);
const addDirection = (name: string): DirectionId =>
  unwrap(board.client.run(addFrameEntity<'directions'>, 'directions', { name }));
const addPriority = (title: string): PriorityId =>
  unwrap(board.client.run(addFrameEntity<'priorities'>, 'priorities', { title }));
const addActionTo = (priorityId: PriorityId): ActionId =>
  unwrap(
    board.client.run(addAction, {
      title: 'Former les acheteurs',
      place: { priorityId, before: null },
      author: { personId: 'moi' as PersonId, directionId: null, actorId: null },
    }),
  );
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const line = (name: string) => within(screen.getByRole('group', { name }));
const foot = () => document.querySelector('.frame-said');

test.each(['participant', 'observer'] as const)('[FA1] a %s is shown no frame', (role) => {
  board.setRole(role);
  open();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test.each<[string, string, () => unknown, unknown]>([
  ['Titre', 'Imaginer les actions', () => now().info.title, 'Imaginer les actions'],
  ['But de l’atelier', 'Une liste d’actions', () => now().info.purpose, 'Une liste d’actions'],
  ['Date', '2026-11-05', () => now().info.date, '2026-11-05'],
  ['Début', '09:30', () => now().info.startTime, '09:30'],
  ['En salle', '32', () => now().info.onSiteParticipants, 32],
  ['Votre mot pour « priorité »', 'Axe', () => now().info.priorityLabel, 'Axe'],
])('[FA8] « %s » is written on leaving the field', async (label, typed, read, expected) => {
  open();
  await userEvent.type(screen.getByLabelText(label), typed);
  expect(read()).toBeUndefined();
  await userEvent.tab();
  expect(read()).toBe(expected);
});

test('[FA8] Entrée writes the field and stays in it', async () => {
  open();
  await userEvent.type(screen.getByLabelText('Titre'), 'Atelier{Enter}');
  expect(now().info.title).toBe('Atelier');
  expect(screen.getByLabelText('Titre')).toHaveFocus();
});

test('[FA8] closing the window writes what is being typed', async () => {
  const { unmount } = open();
  await userEvent.type(screen.getByLabelText('Titre'), 'Atelier');
  const dialog = screen.getByRole('dialog');
  fireEvent(dialog, createEvent('cancel', dialog, { cancelable: true }));
  expect(onClose).toHaveBeenCalledOnce();
  unmount();
  expect(now().info.title).toBe('Atelier');
});

test('[FA8] a field left as it was writes nothing', async () => {
  board.client.run(setInfo, { title: 'Atelier' });
  open();
  const before = now();
  await userEvent.type(screen.getByLabelText('Titre'), 's{Backspace}');
  await userEvent.tab();
  expect(now()).toBe(before);
});

test('[FA9] a field both write shows the two, and neither is lost before a choice', async () => {
  open();
  await userEvent.type(screen.getByLabelText('Titre'), 'Le mien');
  board.neighbour(setInfo, { title: 'Le sien' });
  expect(screen.getByText('Quelqu’un vient d’écrire ici : « Le sien »')).toBeInTheDocument();
  await userEvent.tab();
  expect(screen.getByLabelText('Titre')).toHaveValue('Le mien');
  expect(now().info.title).toBe('Le sien');
  await press('Garder la mienne');
  expect(now().info.title).toBe('Le mien');
});

test('[FA9] taking their version leaves theirs', async () => {
  open();
  await userEvent.type(screen.getByLabelText('Titre'), 'Le mien');
  board.neighbour(setInfo, { title: 'Le sien' });
  await press('Reprendre sa version');
  expect(screen.getByLabelText('Titre')).toHaveValue('Le sien');
  expect(now().info.title).toBe('Le sien');
});

test('[FA9] a field only entered follows the others on leaving it', async () => {
  board.client.run(setInfo, { title: 'Atelier' });
  open();
  await userEvent.click(screen.getByLabelText('Titre'));
  board.neighbour(setInfo, { title: 'Le sien' });
  await userEvent.tab();
  expect(screen.getByLabelText('Titre')).toHaveValue('Le sien');
  expect(now().info.title).toBe('Le sien');
});

test('[FA10] a count that is no number stays to be mended and is not written', async () => {
  open();
  const field = screen.getByLabelText('En salle');
  await userEvent.type(field, 'trente');
  await userEvent.tab();
  expect(field).toHaveAccessibleDescription(/^Écrivez un nombre entier, de 0 à 100/);
  expect(field).toHaveValue('trente');
  expect(now().info.onSiteParticipants).toBeUndefined();
});

test('[FA10] an emptied name is put back', async () => {
  addDirection('Mobilités');
  open('directions');
  const field = line('Mobilités').getByLabelText('Nom');
  await userEvent.clear(field);
  await userEvent.tab();
  expect(field).toHaveValue('Mobilités');
  expect(field).toHaveAccessibleDescription('Il faut un nom : l’ancien a été remis.');
});

test.each<[FrameTab, string, () => unknown]>([
  ['priorities', 'Nouvelle priorité', () => now().priorities.map(({ title }) => title)],
  ['directions', 'Nouvelle direction', () => names()],
  ['actors', 'Nouveau partenaire', () => [...now().actors.values()].map(({ name }) => name)],
  [
    'policies',
    'Nouvelle politique publique',
    () => [...now().policies.values()].map(({ name }) => name),
  ],
])('[FA11] in %s Entrée adds and waits for the next', async (tab, label, read) => {
  open(tab);
  await userEvent.type(screen.getByLabelText(label), 'Eau{Enter}Emploi{Enter}{Enter}');
  expect(read()).toEqual(['Eau', 'Emploi']);
  expect(screen.getByLabelText(label)).toHaveFocus();
  expect(screen.getByLabelText(label)).toHaveValue('');
});

test('[FA11] a new line left unfinished is added, not dropped', async () => {
  open('directions');
  await userEvent.type(screen.getByLabelText('Nouvelle direction'), 'Mobilités (DMOB)');
  await userEvent.tab();
  expect([...now().directions.values()]).toMatchObject([
    { name: 'Mobilités', abbreviation: 'DMOB' },
  ]);
});

test('[FA11] what is written of a partner stays in its line', async () => {
  board.client.run(addFrameEntity<'actors'>, 'actors', { name: 'Chambre de métiers' });
  open('actors');
  await userEvent.type(line('Chambre de métiers').getByLabelText('Ce qu’il attend'), 'Des lots');
  await userEvent.tab();
  expect([...now().actors.values()]).toMatchObject([{ expectation: 'Des lots' }]);
});

test('[FA12] several lines pasted at once are shown before they are added, in one step', async () => {
  addDirection('Finances');
  open('directions');
  await userEvent.click(screen.getByLabelText('Nouvelle direction'));
  await userEvent.paste('Mobilités (DMOB)\nFinances\nDCE – Cycle de l’eau');
  expect(screen.getByText('Mobilités ; DMOB')).toBeInTheDocument();
  expect(screen.getByText('1 ligne est déjà dans la liste')).toBeInTheDocument();
  expect(names()).toEqual(['Finances']);
  await press('Ajouter 2 directions');
  expect(names()).toEqual(['Finances', 'Mobilités', 'Cycle de l’eau']);
  expect(screen.queryByLabelText('Directions, une par ligne')).not.toBeInTheDocument();
  await press('Annuler');
  expect(names()).toEqual(['Finances']);
});

test('[FA12] lines that were refused stay in the form', async () => {
  open('directions');
  await press('Coller une liste');
  await userEvent.paste(`Mobilités\n${'x'.repeat(501)}`);
  await press('Ajouter 2 directions');
  expect(names()).toEqual(['Mobilités']);
  expect(screen.getByLabelText('Directions, une par ligne')).toHaveValue('x'.repeat(501));
});

test('[FA6] a direction that leads actions is kept, and a sentence says what to do', async () => {
  const direction = addDirection('Mobilités');
  const action = addActionTo(addPriority('Eau'));
  board.client.run(setSheetField, action, 'leadDirectionId', direction);
  open('directions');
  await press('Retirer « Mobilités »');
  expect(screen.getByText(/^Elle est pilote de 1 action\./)).toBeInTheDocument();
  expect(names()).toEqual(['Mobilités']);
});

test('[FA7] a line moves by one place and keeps the focus, even at the end', async () => {
  for (const name of ['Eau', 'Finances', 'Mobilités']) addDirection(name);
  open('directions');
  await press('Descendre « Finances »');
  expect(names()).toEqual(['Eau', 'Mobilités', 'Finances']);
  expect(foot()).toHaveTextContent('« Finances » : place 3 sur 3.');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Descendre « Finances »' })).toHaveFocus();
  expect(names()).toEqual(['Eau', 'Mobilités', 'Finances']);
});

test('[FA7] after a removal the focus is on the next line', async () => {
  for (const name of ['Eau', 'Finances', 'Mobilités']) addDirection(name);
  open('directions');
  await press('Retirer « Finances »');
  expect(screen.getByRole('button', { name: 'Retirer « Mobilités »' })).toHaveFocus();
});

test('[FA13] the window undoes and redoes what was done in it', async () => {
  addDirection('Mobilités');
  open('directions');
  await press('Retirer « Mobilités »');
  expect(foot()).toHaveTextContent('Direction retirée : Mobilités');
  await press('Annuler');
  expect(names()).toEqual(['Mobilités']);
  await press('Rétablir');
  expect(names()).toEqual([]);
});

test('[FA13] it undoes nothing that was done before it opened, keys included', async () => {
  addDirection('Mobilités');
  open('directions');
  await press('Annuler');
  screen.getByRole('button', { name: 'Annuler' }).focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(names()).toEqual(['Mobilités']);
  expect(foot()).toHaveTextContent('Rien à annuler.');
});

test.each<[FrameTab, string]>([
  ['priorities', 'Aucune priorité pour l’instant'],
  ['directions', 'Aucune direction pour l’instant'],
  ['actors', 'Aucun partenaire pour l’instant'],
  ['policies', 'Aucune politique publique pour l’instant'],
])('[FA14] an empty list of %s says what it is for', (tab, title) => {
  open(tab);
  expect(screen.getByText(title).nextElementSibling).not.toBeEmptyDOMElement();
});

test('[FA2] a priority is written whole in its own window, upon this one', async () => {
  addPriority('Eau');
  open('priorities');
  await press('Modifier « Eau »');
  const form = within(screen.getByRole('dialog', { name: 'Priorité 1' }));
  await userEvent.type(form.getByLabelText('Orientation'), 'Protéger les captages.');
  await userEvent.click(form.getByRole('button', { name: 'Enregistrer' }));
  expect(now().priorities[0]?.orientation).toBe('Protéger les captages.');
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Modifier « Eau »' })).toHaveFocus();
  await press('Annuler');
  expect(now().priorities[0]?.orientation).toBeUndefined();
});

test.each<FrameTab>(['workshop', 'priorities', 'directions', 'actors', 'policies'])(
  '[FA15] axe finds nothing in the part « %s »',
  async (tab) => {
    addPriority('Eau');
    for (const name of ['Mobilités', 'Finances']) {
      addDirection(name);
      board.client.run(addFrameEntity<'actors'>, 'actors', { name });
      board.client.run(addFrameEntity<'policies'>, 'policies', { name });
    }
    open(tab);
    expect(await axeFaults()).toEqual([]);
  },
);

test('[FA15] the arrows walk the parts of the window', async () => {
  addDirection('Mobilités');
  open();
  expect(screen.getByRole('tab', { name: 'Atelier' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Directions' })).toHaveFocus();
  board.neighbour(
    editFrameEntity<'directions'>,
    'directions',
    [...now().directions.keys()][0] as DirectionId,
    {
      name: 'Transports',
    },
  );
  expect(line('Transports').getByLabelText('Nom')).toHaveValue('Transports');
});

test('[FA19] a lever of its own is added, renamed, kept while it is used, and removed', async () => {
  const action = addActionTo(addPriority('Eau'));
  open('terms');
  const own = () => ownTermsOf(now().info, 'levers');
  await userEvent.type(screen.getByLabelText('Nouveau levier'), 'Troc{Enter}');
  expect(own().map(({ fr }) => fr)).toEqual(['Troc']);
  expect(foot()).toHaveTextContent('Levier ajouté : Troc');
  const field = screen.getByLabelText('Nom');
  await userEvent.clear(field);
  await userEvent.type(field, 'Échange{Enter}');
  expect(own().map(({ fr }) => fr)).toEqual(['Échange']);
  board.neighbour(setSheetMember, action, 'levers', own()[0]?.code ?? '', true);
  await press('Retirer « Échange »');
  expect(screen.getByText(/Des actions s’en servent encore/)).toBeVisible();
  board.neighbour(setSheetMember, action, 'levers', own()[0]?.code ?? '', false);
  await press('Retirer « Échange »');
  expect(now().info.levers).toBeUndefined();
  expect(await axeFaults()).toEqual([]);
});
