import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { readContent } from '../../../client/features/import/read-content.ts';
import { contentOf, type ReadSource } from '../../../client/features/import/read-source.ts';
import { TableDialog } from '../../../client/features/import/table-dialog.tsx';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { addActions, editActions } from '../../../shared/board/commands/many.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { FORMATS } from '../../../shared/export/formats.ts';
import type { PersonId, PriorityId } from '../../../shared/ids.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { plainInput } from '../../support/plain-input.ts';
import { unwrap } from '../../support/result.ts';
import { fr } from '../../support/words.ts';

const t = fr.intake;
let board: BoardHarness;
let water: PriorityId;
const onClose = vi.fn();

/** The same reading as the page's, without a worker, which jsdom has not. */
const readHere: ReadSource = async (source) => {
  const content = await contentOf(source);
  return content.ok ? readContent(content.value) : content;
};

beforeEach(() => {
  board = createBoardHarness();
  act(() =>
    board.client.stores.connection.setState({ state: 'live', unsaved: false, savedAt: 0 }, true),
  );
  water = unwrap(board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: 'Eau' }));
  onClose.mockReset();
});
const now = () => board.client.stores.board.getState();
const titles = () =>
  [...now().actions.values()].filter(({ discarded }) => !discarded).map(({ title }) => title);
const open = (read: ReadSource = readHere) =>
  renderOnBoard(board, <TableDialog onClose={onClose} read={read} />);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
async function paste(text: string): Promise<void> {
  fireEvent.change(screen.getByLabelText(t.paste), { target: { value: text } });
  await press(t.readPasted);
}
const choose = (name: string, content: BlobPart) =>
  userEvent.upload(fileInput(), new File([content], name), { applyAccept: false });
function fileInput(): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error('no place for a file');
  return input;
}
const addCards = (...cards: readonly string[]) =>
  unwrap(
    board.client.run(addActions, {
      author: { personId: 'moi' as PersonId, directionId: null, actorId: null },
      actions: cards.map((title) => ({ title, priorityId: water })),
    }),
  );
async function exported(amend: (text: string) => string): Promise<string> {
  const written = await FORMATS.csv.write(plainInput(now()));
  return amend(String(written));
}

test.each(['participant', 'observer'] as const)(
  '[IM17] a %s is shown no window of tables',
  (role) => {
    board.setRole(role);
    open();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  },
);

test('[IM17] nothing changes before the person agrees, and what is agreed to is done', async () => {
  const before = now();
  open();
  expect(screen.getByRole('heading', { name: t.safe })).toHaveFocus();
  await paste(
    'Priorité;Action;Échéance\nEau;Réserver des lots;31/12/2027\nEau;;\nEmploi;Former;bientôt',
  );
  const heading = await screen.findByRole('heading', { name: `${t.pasted} · 3 lignes` });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(screen.getByText('Ligne 3 : intitulé absent, ligne mise de côté.')).toBeVisible();
  expect(screen.getByText(/Ligne 4 : Échéance : « bientôt » n’est pas une date/)).toBeVisible();
  expect(screen.getByText('1 priorité : Emploi')).toBeVisible();
  expect(now()).toBe(before);
  await press('Ajouter 2 actions');
  expect(await screen.findByRole('status')).toHaveTextContent('2 actions ajoutées.');
  expect(titles()).toEqual(['Réserver des lots', 'Former']);
  expect(now().priorities.map(({ title }) => title)).toEqual(['Eau', 'Emploi']);
  await press(t.finish);
  expect(onClose).toHaveBeenCalledOnce();
});

test('[IM18] the columns, the kind and the headers are chosen by hand', async () => {
  open();
  await paste('Quoi;Où\nRéserver;Eau\nFormer;Eau');
  await screen.findByText(t.columns);
  // Without known headers the first line is one more action, and none has a priority.
  expect(screen.getByText('Ligne 1 : priorité absente, ligne mise de côté.')).toBeVisible();
  expect(screen.getByRole('button', { name: /^Ajouter 0/ })).toBeDisabled();
  await userEvent.selectOptions(screen.getByLabelText(t.header), 'Ligne 1 : Quoi, Où');
  await userEvent.selectOptions(screen.getByLabelText(t.columnAs('Où')), 'Priorité');
  expect(screen.getByRole('button', { name: 'Ajouter 2 actions' })).toBeEnabled();
  await userEvent.selectOptions(screen.getByLabelText(t.columnAs('Quoi')), t.notTaken);
  expect(screen.getByRole('alert')).toHaveTextContent(t.mainMissing('Intitulé de l’action'));
  await userEvent.click(screen.getByRole('radio', { name: 'Directions' }));
  expect(screen.getByLabelText(t.columnAs('Quoi'))).toHaveValue('name');
  await press('Ajouter 2 directions');
  expect(await screen.findByRole('status')).toHaveTextContent('2 directions de plus');
  expect([...now().directions.values()].map(({ name }) => name)).toEqual(['Réserver', 'Former']);
});

test('[IM18] lines without a priority go where the person says', async () => {
  open();
  await paste('Réserver des lots\nFormer les acheteurs');
  await userEvent.selectOptions(await screen.findByLabelText(t.fallback), '1. Eau');
  await press('Ajouter 2 actions');
  await screen.findByRole('status');
  expect(now().columns.get(water)).toHaveLength(2);
});

test('[IM18] what the workshop lacks is not created when the person does not want it', async () => {
  open();
  await paste('Priorité;Action\nEmploi;Former\nEau;Réserver');
  await userEvent.click(await screen.findByRole('checkbox', { name: t.addMissing }));
  expect(screen.getByText(/« Emploi » n’est pas dans l’atelier/)).toBeVisible();
  await press('Ajouter 1 action');
  await screen.findByRole('status');
  expect(now().priorities).toHaveLength(1);
});

test('[IM19] of a list that came back only what stays ticked is applied', async () => {
  const [, second, third] = addCards('Réserver', 'Former', 'Publier');
  const file = await exported(
    (text) =>
      `${text
        .replace('Réserver', 'Réserver des lots')
        .replace('Former', 'Former chaque année')
        .split('\r\n')
        .filter((line) => !line.includes('Publier'))
        .join('\r\n')};Eau;Une de plus\r\n`,
  );
  open();
  await choose('actions.csv', file);
  expect(
    await screen.findByRole('heading', { name: /Cette liste vient de cet atelier/ }),
  ).toHaveFocus();
  const changed = within(screen.getByRole('group', { name: '2 actions modifiées' }));
  const absent = within(screen.getByRole('group', { name: '1 action absente du fichier' }));
  expect(changed.getByText('des lots', { exact: false, selector: 'ins' })).toBeVisible();
  expect(absent.getByRole('checkbox')).not.toBeChecked();
  expect(screen.getByRole('button', { name: t.applyAll })).toBeEnabled();
  await userEvent.click(changed.getByRole('checkbox', { name: '1.2 Former' }));
  await press('Appliquer 2 lignes cochées');
  expect(await screen.findByRole('status')).toHaveTextContent(
    '1 action modifiée, 1 action ajoutée.',
  );
  expect(titles()).toEqual(['Réserver des lots', 'Former', 'Publier', 'Une de plus']);
  // What was left is still there to be taken.
  await press(t.review);
  await userEvent.click(await screen.findByRole('checkbox', { name: /Écarter 1\.3 Publier/ }));
  await press('Appliquer 2 lignes cochées');
  expect(await screen.findByRole('status')).toHaveTextContent(
    '1 action modifiée, 1 action écartée.',
  );
  expect(second && now().actions.get(second)?.title).toBe('Former chaque année');
  expect(now().discarded).toEqual([third]);
});

test('[IM25] what was changed in the workshop too is said, and waits to be ticked', async () => {
  const [first] = addCards('Réserver', 'Former');
  if (!first) throw new Error('nothing was added');
  const file = await exported((text) => text.replace('Réserver', 'Réserver des lots'));
  const text = { kind: 'text', key: 'title', text: 'Réserver des heures' } as const;
  board.neighbour(editActions, [{ id: first, edits: [text] }]);
  open();
  await choose('actions.csv', file);
  expect(await screen.findByText(t.contested)).toBeVisible();
  const box = screen.getByRole('checkbox', { name: '1.1 Réserver des heures' });
  expect(box).not.toBeChecked();
  const apply = screen.getByRole('button', { name: t.applySome(0) });
  expect(apply).toHaveAttribute('aria-disabled', 'true');
  expect(apply).toHaveAccessibleDescription(fr.review.none);
  await userEvent.click(apply);
  expect(titles()).toEqual(['Réserver des heures', 'Former']);
  await userEvent.click(box);
  await press(t.applyAll);
  await screen.findByRole('status');
  expect(titles()).toEqual(['Réserver des lots', 'Former']);
});

test('[IM19] a list that says the same leaves nothing to apply', async () => {
  addCards('Réserver');
  open();
  await choose('actions.csv', await exported((text) => text));
  expect(await screen.findByText(t.returnedSame)).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Appliquer/ })).not.toBeInTheDocument();
  expect(screen.queryByText(fr.review.none)).not.toBeInTheDocument();
  await press(t.asNew);
  expect(await screen.findByText(t.columns)).toBeVisible();
});

test('[IM20] what was imported is taken back whole, and nobody else’s work with it', async () => {
  const [first] = addCards('Réserver');
  if (!first) throw new Error('nothing was added');
  const file = await exported(
    (text) => `${text.replace('Réserver', 'Réserver des lots')};Eau;Une de plus\r\n`,
  );
  open();
  await choose('actions.csv', file);
  await userEvent.click(await screen.findByRole('button', { name: t.applyAll }));
  await screen.findByRole('status');
  board.neighbour(setSheetField, first, 'means', 'Un agent');
  await press(t.undo);
  expect(screen.getByRole('status')).toHaveTextContent(t.undone);
  expect(titles()).toEqual(['Réserver']);
  expect(now().actions.get(first)?.means).toBe('Un agent');
  expect(screen.queryByRole('button', { name: t.undo })).not.toBeInTheDocument();
});

test('[IM21] a file that is no table says so, and another can be chosen', async () => {
  open();
  await choose('photo.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]));
  expect(await screen.findByRole('alert')).toHaveTextContent(t.faultsOf['not-a-table']);
  await choose('lourd.csv', new Uint8Array(10 * 1024 * 1024 + 1));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(t.faultsOf['too-large']));
  await choose('liste.csv', 'Priorité;Action\nEau;Former');
  expect(await screen.findByText(t.columns)).toBeVisible();
  await press(t.back);
  expect(screen.getByText(t.lead)).toBeVisible();
});

test('[IM21] a reading is given up at any moment', async () => {
  const heard: AbortSignal[] = [];
  open((_source, signal) => {
    heard.push(signal);
    return new Promise(() => undefined);
  });
  await paste('Action\nFormer');
  await press(t.giveUp);
  expect(heard[0]?.aborted).toBe(true);
  expect(screen.getByText(t.givenUp)).toBeVisible();
});

test('[IM21] offline nothing is applied, with the reason', async () => {
  open();
  await paste('Priorité;Action\nEau;Former');
  await screen.findByText(t.columns);
  act(() =>
    board.client.stores.connection.setState({ state: 'offline', kept: true, since: 0 }, true),
  );
  expect(screen.getByText(t.offline)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Ajouter 1 action' })).toBeDisabled();
});

test('[IM22] axe finds nothing in any step', async () => {
  addCards('Réserver', 'Former');
  const file = await exported(
    (text) => `${text.replace('Réserver', 'Réserver des lots')};Eau;Une de plus\r\n`,
  );
  open();
  expect(await axeFaults()).toEqual([]);
  await choose('photo.xlsx', Uint8Array.from([0, 1]));
  await screen.findByRole('alert');
  expect(await axeFaults()).toEqual([]);
  await paste('Priorité;Action;Impact\nEau;Publier;9\nEmploi;Payer;1');
  await screen.findByText(t.columns);
  expect(await axeFaults()).toEqual([]);
  await press(t.back);
  await choose('actions.csv', file);
  await screen.findByRole('group', { name: '1 action modifiée' });
  expect(await axeFaults()).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: t.applyAll }));
  await screen.findByRole('status');
  expect(await axeFaults()).toEqual([]);
});
