/** Looking for actions on a whole page: the field, the filters, the band, the wall and the address. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { fr } from '../../support/words.ts';
import {
  cardsShown,
  type FindingStage,
  forgetDevice,
  openFinding,
  own,
  searchField,
} from './finding-stage.tsx';

beforeEach(forgetDevice);
const t = { ...fr.finding, ...fr.filters };
const everything = ['Mesurer les fuites', 'Réutiliser l’eau', 'Former', 'Isoler'];
const shows = (titles: readonly string[]) => waitFor(() => expect(cardsShown()).toEqual(titles));
const openPanel = async ({ user }: FindingStage) => {
  await user.click(screen.getByRole('button', { name: /^Filtres/ }));
  return within(await screen.findByRole('region', { name: t.panel }));
};

test('[FD10] « / » goes to the field, each key finds, Échap shows everything again', async () => {
  const { user } = await openFinding();
  await user.keyboard('/');
  await waitFor(() => expect(searchField()).toHaveFocus());
  await user.keyboard('EAU');
  await shows(['Réutiliser l’eau']);
  await waitFor(() => expect(screen.getAllByText('1 action sur 4')).toHaveLength(2));
  const [seen, said] = screen.getAllByText('1 action sur 4');
  expect(seen).toHaveClass('found-count');
  expect(said?.closest('[role="status"]')).not.toBeNull();
  expect(screen.getByText(fr.board.nothingFound)).toBeVisible();
  await user.keyboard('{Escape}');
  await shows(everything);
});

test('[FD10] Entrée goes to the first card found', async () => {
  const { user } = await openFinding();
  await user.type(searchField(), 'isol');
  await shows(['Isoler']);
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: /^2\.1 Isoler/ })).toHaveFocus();
});

test('[FD11] what is looked for is in the address, and there again on opening it', async () => {
  const { user } = await openFinding('?q=eau&fiche=x');
  await shows(['Réutiliser l’eau']);
  expect(searchField()).toHaveValue('eau');
  await user.clear(searchField());
  await user.type(searchField(), 'former les');
  await waitFor(() => expect(location.search).toBe('?fiche=x&q=former+les'));
  const before = history.length;
  await user.clear(searchField());
  await waitFor(() => expect(location.search).toBe('?fiche=x'));
  expect(history.length).toBe(before);
});

describe('filters', () => {
  test('[FD12] offer what the actions have, with counts; chips take a choice back, one press all', async () => {
    const stage = await openFinding();
    const { client, ids, roads, user } = stage;
    own(() => client.run(setSheetField, ids[0], 'leadDirectionId', roads));
    own(() => client.run(setSheetField, ids[3], 'deadline', '2027-01-01'));
    const panel = await openPanel(stage);
    expect(panel.queryByText(t.facets.lever)).toBeNull();
    const box = (name: RegExp) => panel.getByRole('checkbox', { name });
    expect(box(/^sans pilote/).closest('label')).toHaveTextContent('sans pilote3');
    await user.click(box(/^sans pilote/));
    await user.click(box(/^sans échéance/));
    await user.click(box(/^Proposée/));
    await shows(everything);
    await user.click(box(/^sans échéance/));
    await shows(['Réutiliser l’eau', 'Former', 'Isoler']);
    await user.click(screen.getByRole('button', { name: t.without('sans pilote') }));
    await user.click(box(/^Voirie/));
    await shows(['Mesurer les fuites']);
    await user.click(panel.getByRole('button', { name: t.showAll }));
    await shows(everything);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: t.panel })).toBeNull();
    expect(screen.getByRole('button', { name: t.filters })).toHaveFocus();
  });

  test('[FD12] « mes fiches » shows the sheets one was given', async () => {
    const stage = await openFinding();
    own(() => stage.client.run(setSheetField, stage.ids[2], 'assignedTo', 'moi'));
    const panel = await openPanel(stage);
    await stage.user.click(panel.getByRole('radio', { name: t.mine.sheets }));
    await shows(['Former']);
  });

  test('[FD12] an observer, who has no action, is not offered « mes actions »', async () => {
    const panel = await openPanel(await openFinding('', 'observer'));
    expect(panel.queryByRole('radio')).toBeNull();
  });
});

test('[FD13] nothing found says so, and offers everything again', async () => {
  const { user } = await openFinding('?q=zeppelin');
  expect(await screen.findByText(t.foundNone)).toBeVisible();
  await shows([]);
  await user.click(screen.getByRole('button', { name: t.showAll }));
  await shows(everything);
});

test('[FD14] what one adds stays in sight; what others write enters and leaves as it answers', async () => {
  const { client, neighbour, water, ids } = await openFinding('?q=eau');
  await shows(['Réutiliser l’eau']);
  const place = { priorityId: water, before: null };
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  own(() => client.run(addAction, { title: 'Allotir', place, author }));
  await shows(['Réutiliser l’eau', 'Allotir']);
  const theirs = { ...author, personId: 'ana' as PersonId };
  neighbour(addAction, { title: 'Publier', place, author: theirs });
  neighbour(addAction, { title: 'Économiser l’eau', place, author: theirs });
  await shows(['Réutiliser l’eau', 'Allotir', 'Économiser l’eau']);
  neighbour(setSheetField, ids[0], 'means', 'Un relevé d’eau');
  await shows(['Mesurer les fuites', 'Réutiliser l’eau', 'Allotir', 'Économiser l’eau']);
});

test('[FD8] a card carried with the keyboard goes from one on show to the next, and lands there', async () => {
  const { client, user, ids } = await openFinding('?manque=leadDirection&q=r');
  const [first, , third] = ids;
  await shows(['Réutiliser l’eau']);
  await user.clear(searchField());
  own(() => client.run(setSheetField, ids[1], 'leadDirectionId', 'voirie'));
  await shows(['Mesurer les fuites', 'Former', 'Isoler']);
  await user.tab();
  act(() => document.querySelector<HTMLElement>(`[data-open-action="${first}"]`)?.focus());
  await user.keyboard(' {ArrowDown} ');
  const column = () => client.stores.board.getState().columns.values().next().value;
  await waitFor(() => expect(column()).toEqual([ids[1], third, first]));
});

test('[FD17] a long column is drawn in the same way while it is searched', async () => {
  const { neighbour, climate, user } = await openFinding();
  neighbour((doc) => {
    doc.transact(() => {
      for (let i = 0; i < 100; i++)
        addEntity(doc, 'actions', `a${i}`, { priorityId: climate, title: `Action ${i}` });
    });
    return ok(undefined);
  });
  const list = () => document.querySelector<HTMLElement>(`[data-column="${climate}"] [data-cards]`);
  await waitFor(() => expect(list()).toHaveAttribute('data-long'));
  await user.type(searchField(), 'isoler');
  await waitFor(() => expect(list()).toHaveAccessibleName('Climat, 1 action'));
  expect(list()).toHaveAttribute('data-long');
});

test('[WA22] Ctrl+F leads to the search where a column is drawn in part, and to the browser’s else', async () => {
  const { neighbour, climate } = await openFinding();
  const pressed = (target: Element) => fireEvent.keyDown(target, { key: 'f', ctrlKey: true });
  expect(pressed(document.body)).toBe(true);
  neighbour((doc) => {
    doc.transact(() => {
      for (let i = 0; i < 40; i++)
        addEntity(doc, 'actions', `a${i}`, { priorityId: climate, title: `Action ${i}` });
    });
    return ok(undefined);
  });
  await waitFor(() => expect(document.querySelector('[data-cards][data-long]')).not.toBeNull());
  expect(pressed(document.body)).toBe(false);
  expect(searchField()).toHaveFocus();
  expect(screen.getByRole('region', { name: 'Messages' })).toHaveTextContent(fr.finding.instead);
  expect(pressed(searchField())).toBe(true);
});

test('[FD15] axe finds nothing in the search, its filters and what they show', async () => {
  const stage = await openFinding('?q=eau&manque=deadline');
  await shows(['Réutiliser l’eau']);
  await openPanel(stage);
  expect(await axeFaults()).toEqual([]);
});
