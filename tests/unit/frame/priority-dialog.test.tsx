import { createEvent, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { PriorityDialog } from '../../../client/features/frame/priority-dialog.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { addAction, discardAction } from '../../../shared/board/commands/actions.ts';
import {
  addFrameEntity,
  editFrameEntity,
  removeFrameEntity,
} from '../../../shared/board/commands/frame.ts';
import type { PersonId, PriorityId } from '../../../shared/ids.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

let board: BoardHarness;
let water: PriorityId;
let work: PriorityId;
const onClose = vi.fn();

beforeEach(() => {
  board = createBoardHarness();
  water = unwrap(board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' }));
  work = unwrap(board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: 'Emploi' }));
  onClose.mockReset();
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
});

const open = (id: PriorityId | null) =>
  renderOnBoard(board, <PriorityDialog id={id} onClose={onClose} />);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const field = (label: string) => screen.getByLabelText(label);
const priorities = () => board.client.stores.board.getState().priorities;
const titles = () => priorities().map(({ title }) => title);
const addTo = (priorityId: PriorityId) =>
  unwrap(
    board.client.run(addAction, {
      title: 'Réutiliser l’eau de pluie',
      place: { priorityId, before: null },
      author: { personId: 'moi' as PersonId, directionId: null, actorId: null },
    }),
  );

test.each(['participant', 'observer'] as const)('[FA1] a %s is shown no form', (role) => {
  board.setRole(role);
  open(water);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('[FA1] somebody who stops facilitating loses the open form', () => {
  open(water);
  expect(screen.getByRole('dialog', { name: 'Priorité 1' })).toBeInTheDocument();
  board.setRole('participant');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('[FA2] a new priority is written with its three texts', async () => {
  open(null);
  await userEvent.type(field('Intitulé'), 'Alternance');
  await userEvent.type(field('Orientation'), 'Former sur chaque chantier.');
  await userEvent.type(field('Fixée par'), 'Bureau{Enter}');
  expect(onClose).toHaveBeenCalledOnce();
  expect(priorities()[2]).toMatchObject({
    title: 'Alternance',
    orientation: 'Former sur chaque chantier.',
    setBy: 'Bureau',
  });
});

test('[FA2] a priority without a title is not saved, and the form says so', async () => {
  open(water);
  await userEvent.clear(field('Intitulé'));
  await press('Enregistrer');
  expect(field('Intitulé')).toHaveAccessibleDescription('Donnez un intitulé à la priorité.');
  expect(onClose).not.toHaveBeenCalled();
  expect(titles()).toEqual(['Eau', 'Emploi']);
});

test('[FA2] saving writes the changed fields alone: another facilitator’s text stays', async () => {
  open(water);
  await userEvent.type(field('Intitulé'), ' potable');
  board.neighbour(editFrameEntity<'priorities'>, 'priorities', water, {
    orientation: 'Protéger les captages.',
  });
  expect(field('Orientation')).toHaveValue('Protéger les captages.');
  expect(screen.queryByText('Quelqu’un a modifié cette priorité')).not.toBeInTheDocument();
  await press('Enregistrer');
  expect(priorities()[0]).toMatchObject({
    title: 'Eau potable',
    orientation: 'Protéger les captages.',
  });
});

const meet = async () => {
  open(water);
  await userEvent.type(field('Intitulé'), ' potable');
  board.neighbour(editFrameEntity<'priorities'>, 'priorities', water, { title: 'Eau de pluie' });
};

test('[FA3] a field both have written keeps mine and shows theirs', async () => {
  await meet();
  const band = screen.getByText('Quelqu’un a modifié cette priorité').closest('.notice');
  expect(field('Intitulé')).toHaveValue('Eau potable');
  expect(field('Intitulé')).toHaveFocus();
  expect(band).toHaveAttribute('role', 'status');
  expect(screen.getByRole('definition')).toHaveTextContent('Eau de pluie');
  await press('Enregistrer');
  expect(titles()[0]).toBe('Eau potable');
});

test('[FA3] taking their version leaves nothing of mine to save', async () => {
  await meet();
  await press('Reprendre sa version');
  expect(field('Intitulé')).toHaveValue('Eau de pluie');
  expect(screen.queryByText('Quelqu’un a modifié cette priorité')).not.toBeInTheDocument();
  await press('Enregistrer');
  expect(titles()[0]).toBe('Eau de pluie');
});

test('[FA4] a priority removed meanwhile keeps its text, and saving creates it again', async () => {
  board.client.run(editFrameEntity<'priorities'>, 'priorities', water, { setBy: 'Conseil' });
  open(water);
  await userEvent.type(field('Intitulé'), ' potable');
  board.neighbour(removeFrameEntity<'priorities'>, 'priorities', water);
  expect(screen.getByText('Quelqu’un a retiré cette priorité')).toBeInTheDocument();
  await press('Enregistrer');
  expect(titles()).toEqual(['Emploi', 'Eau potable']);
  expect(priorities()[1]?.setBy).toBe('Conseil');
});

test('[FA5] an empty priority is removed after a question, and the message brings it back', async () => {
  open(water);
  await press('Retirer la priorité');
  expect(titles()).toEqual(['Eau', 'Emploi']);
  expect(screen.getByRole('button', { name: 'La garder' })).toHaveFocus();
  await press('Retirer');
  expect(titles()).toEqual(['Emploi']);
  expect(onClose).toHaveBeenCalledOnce();
  const [toast] = pageToasts.store.getState().toasts;
  expect(toast?.text).toBe('Priorité retirée : Eau');
  toast?.action?.run();
  expect(titles()).toEqual(['Eau', 'Emploi']);
});

test('[FA5] once something else was done, the message does not undo that instead', async () => {
  open(water);
  await press('Retirer la priorité');
  await press('Retirer');
  board.client.run(editFrameEntity<'priorities'>, 'priorities', work, { title: 'Métiers' });
  pageToasts.store.getState().toasts[0]?.action?.run();
  expect(titles()).toEqual(['Métiers']);
  expect(pageToasts.store.getState().toasts.at(-1)?.text).toMatch(/^Vous avez fait autre chose/);
});

test('[FA6] a priority that holds actions is kept, and a sentence says what to do', async () => {
  addTo(water);
  board.client.run(discardAction, addTo(water));
  open(water);
  await press('Retirer la priorité');
  const band = screen.getByText('Cette priorité n’est pas vide').closest('.notice');
  expect(band).toHaveTextContent('2 actions y sont rangées, dont 1 écartée ou fusionnée.');
  await press('J’ai compris');
  expect(titles()).toEqual(['Eau', 'Emploi']);
});

test('[FA6] an action that arrives while the question is asked keeps the priority', async () => {
  open(water);
  await press('Retirer la priorité');
  board.neighbour(addAction, {
    title: 'Réutiliser',
    place: { priorityId: water, before: null },
    author: { personId: 'elle' as PersonId, directionId: null, actorId: null },
  });
  await press('Retirer');
  expect(screen.getByText('Cette priorité n’est pas vide')).toBeInTheDocument();
  expect(titles()).toEqual(['Eau', 'Emploi']);
});

test('[FA7] a priority moves by one place and stops at the ends, the focus staying', async () => {
  open(water);
  await press('Déplacer à gauche');
  expect(titles()).toEqual(['Eau', 'Emploi']);
  await press('Déplacer à droite');
  expect(titles()).toEqual(['Emploi', 'Eau']);
  expect(screen.getByText('Place 2 sur 2')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Déplacer à droite' })).toHaveFocus();
});

const pressEscape = () => {
  const dialog = screen.getByRole('dialog');
  fireEvent(dialog, createEvent('cancel', dialog, { cancelable: true }));
};

test('[FA16] Échap with something written asks first; a second time is an answer', async () => {
  open(water);
  await userEvent.type(field('Orientation'), 'Protéger');
  pressEscape();
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByText('Fermer sans enregistrer ?')).toBeInTheDocument();
  pressEscape();
  expect(onClose).toHaveBeenCalledOnce();
  expect(priorities()[0]?.orientation).toBeUndefined();
});

test('[FA16] Échap with nothing written closes', () => {
  open(water);
  pressEscape();
  expect(onClose).toHaveBeenCalledOnce();
});

test('[FA15] axe finds nothing in the form, a band and a question in it', async () => {
  await meet();
  await press('Retirer la priorité');
  expect(within(screen.getByRole('dialog')).getAllByRole('status').length).toBeGreaterThan(1);
  expect(await axeFaults()).toEqual([]);
});
