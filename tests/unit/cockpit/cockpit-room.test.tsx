/** What is said to the room and seen of it, the wall, and keys. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { heldTexts } from '../../../client/state/held-text.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { newId } from '../../../shared/ids.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import { unwrap } from '../../support/result.ts';
import {
  addActionTo,
  addPriority,
  asked,
  board,
  guest,
  load,
  onOpenAction,
  openCockpit,
  press,
  section,
  session,
  show,
  startStep,
  title,
  unfold,
} from './cockpit-stage.tsx';

beforeEach(openCockpit);

test.each(['participant', 'observer'] as const)('[CK1] a %s is shown no cockpit', (role) => {
  board.setRole(role);
  show();
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
});

describe('attention', () => {
  test('[CK10] a view or a priority is put before all, or nothing; followers are counted', async () => {
    const water = addPriority('Eau');
    board.setOthers([guest('ben'), guest('lea'), guest('zoe', { clients: [] })]);
    show();
    const look = () => section('Montrer, appeler, mettre en pause');
    const choose = (name: string) =>
      userEvent.selectOptions(look().getByRole('combobox'), look().getByRole('option', { name }));
    await choose('la couverture des priorités');
    expect(session()?.focus).toEqual({ kind: 'view', view: 'coverage' });
    board.ask({ type: 'follow', on: false }, guest('lea'));
    expect(look().getByText('1 sur 2 suit ce que vous montrez')).toBeVisible();
    await choose('1. Eau');
    expect(session()?.focus).toEqual({ kind: 'priority', id: water });
    await choose('Rien : chacun regarde où il veut');
    expect(session()?.focus).toBeNull();
  });

  test('[CK10] the open sheet is shown to all, then no more', async () => {
    const id = addActionTo(addPriority('Eau'));
    show({ openActionId: id });
    await press('Montrer à tous la fiche ouverte');
    expect(session()?.focus).toEqual({ kind: 'action', id });
    await press('Ne plus rien montrer');
    expect(session()?.focus).toBeNull();
  });

  test('[CK11] everybody is called, and it is said to whoever called', async () => {
    show();
    await press('Appeler tout le monde');
    expect(session()?.summonedAt).not.toBeNull();
    expect(screen.getByText('Tout le monde a été appelé.')).toBeVisible();
  });

  test('[CK12] hands are listed as they went up, and lowered one by one or all at once', async () => {
    const [ben, lea, tom] = [guest('ben'), guest('lea'), guest('tom')];
    board.setOthers([ben, lea, tom]);
    for (const [place, one] of [lea, ben, tom].entries()) {
      board.session.setNow((session()?.now ?? 0) + 1_000 * place);
      board.ask({ type: 'hand', up: true }, one);
    }
    show();
    const names = () =>
      within(screen.getByRole('list', { name: 'Mains levées' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => /Nom de (ben|lea|tom)/.exec(textContent ?? '')?.[1]);
    expect(names()).toEqual(['lea', 'ben', 'tom']);
    await press('Baisser la main de Nom de lea');
    expect(names()).toEqual(['ben', 'tom']);
    await press('Baisser toutes les mains');
    expect(screen.queryByRole('list', { name: 'Mains levées' })).not.toBeInTheDocument();
  });

  test('[CK24] all hands are lowered by one button, absent while none is up, and it is said', async () => {
    const people = [guest('ben'), guest('lea')];
    board.setOthers(people);
    show();
    const button = () => screen.queryByRole('button', { name: /^Baisser toutes les mains/ });
    expect(button()).toBeNull();
    for (const one of people) board.ask({ type: 'hand', up: true }, one);
    await press('Baisser toutes les mains');
    expect(session()?.people.filter(({ hand }) => hand !== null)).toEqual([]);
    expect(button()).toBeNull();
    expect(screen.getByText('Toutes les mains sont baissées.')).toBeVisible();
  });

  test('[CK13] who is done is counted among those here, who is not is named, by direction', async () => {
    const purchasing = unwrap(
      board.client.run(addFrameEntity<'directions'>, 'directions', {
        name: 'Commande publique',
        abbreviation: 'DCP',
      }),
    );
    const placed = { directionId: purchasing };
    const people = [guest('ben', placed), guest('lea', placed), guest('tom')];
    board.setOthers([...people, guest('zoe', { ...placed, clients: [] })]);
    load();
    startStep(2);
    for (const one of people.slice(0, 2)) board.ask({ type: 'done', on: true }, one);
    show();
    expect(screen.getByText('2 sur 3 ont fini')).toBeVisible();
    expect(screen.getByText('Pas encore : Nom de tom (Sans direction)')).toBeVisible();
    await unfold('Personnes');
    const places = within(screen.getByRole('list', { name: 'Ont fini' })).getAllByRole('listitem');
    expect(places.map(({ textContent }) => textContent)).toEqual(['DCP2/2', 'Sans direction0/1']);
  });

  test('[CK14] a table’s seats are written beside its name', async () => {
    board.setOthers([guest('ben')]);
    show();
    const field = screen.getByRole('spinbutton', {
      name: 'Nombre de personnes avec Nom de ben',
      hidden: true,
    });
    await userEvent.clear(field);
    await userEvent.type(field, '6{Enter}');
    expect(session()?.people.find(({ id }) => id === 'ben')?.seats).toBe(6);
    await userEvent.clear(field);
    await userEvent.type(field, '51{Enter}');
    expect(field).toHaveValue(6);
  });

  test('[HD11] seats that the server does not grant stay in their field, until it does', async () => {
    board.setOthers([guest('ben')]);
    show();
    const field = screen.getByRole('spinbutton', {
      name: 'Nombre de personnes avec Nom de ben',
      hidden: true,
    });
    const seats = () => session()?.people.find(({ id }) => id === 'ben')?.seats;
    board.setAnswering(false);
    await userEvent.clear(field);
    await userEvent.type(field, '6{Enter}');
    expect(field).toHaveValue(6);
    expect(seats()).toBe(1);
    board.setAnswering(true);
    await userEvent.type(field, '{Enter}');
    expect(seats()).toBe(6);
    expect(heldTexts(null)).toEqual([]);
  });
});

describe('the wall', () => {
  test('[CK15] columns are counted, and an empty one is named as such', () => {
    addActionTo(addPriority('Eau'));
    addPriority('Climat');
    show();
    const lines = within(screen.getByRole('list', { name: 'Actions par priorité' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.trim());
    expect(lines).toEqual(['1Eau1', '2Climat vide']);
  });

  test('[CK16] actions without pilot, deadline or indicator are listed live, each opens its sheet', async () => {
    const id = addActionTo(addPriority('Eau'), 'Réparer les fuites');
    show();
    const fold = (name: string) => screen.getByText(name).closest('details');
    await userEvent.click(screen.getByText('Sans échéance'));
    expect(fold('Sans échéance')).toHaveTextContent('Réparer les fuites');
    await userEvent.click(
      within(fold('Sans échéance') as HTMLElement).getByRole('button', { name: /Réparer/ }),
    );
    expect(onOpenAction).toHaveBeenCalledWith(id);
    board.neighbour(setSheetField, id, 'deadline', '2027-06-30');
    expect(fold('Sans échéance')).toHaveTextContent('Sans échéance 0Aucune.');
    expect(fold('Sans pilote')).toHaveTextContent('1.1 Réparer les fuites');
    expect(fold('Sans indicateur')).toHaveTextContent('1.1 Réparer les fuites');
  });

  test('[CK17] the open sheet is parked to be discussed, listed, and taken out again', async () => {
    const id = addActionTo(addPriority('Eau'), 'Réparer les fuites');
    show({ openActionId: id });
    const status = () => board.client.stores.board.getState().actions.get(id)?.status;
    await userEvent.keyboard('d');
    expect(status()).toBe('discuss');
    expect(screen.getByText('À discuter').closest('details')).toHaveTextContent('Réparer');
    expect(screen.getByText('« Réparer les fuites » est à discuter.')).toBeVisible();
    await userEvent.keyboard('d');
    expect(status()).toBe('proposed');
  });
});

test('[CK18] every act has one key: the nine steps are led by the keyboard alone', async () => {
  const id = addActionTo(addPriority('Eau'));
  board.setOthers([guest('ben')]);
  load();
  show({ openActionId: id });
  await userEvent.keyboard('nnp');
  expect(title()).toBe('Accueil');
  board.ask({ type: 'hand', up: true }, guest('ben'));
  await userEvent.keyboard('+--');
  expect(session()?.timer).toMatchObject({ state: 'running', seconds: 14 * 60 });
  await userEvent.keyboard('tg');
  expect(session()?.frozen).toBe('facilitator');
  await userEvent.keyboard('z');
  expect(session()?.frozen).toBeNull();
  await userEvent.keyboard('fsh');
  expect(session()?.focus).toEqual({ kind: 'action', id });
  expect(session()?.summonedAt).not.toBeNull();
  expect(session()?.people.every(({ hand }) => hand === null)).toBe(true);
  await userEvent.keyboard('nnnnnnnn');
  expect(title()).toBe('Clôture');
});

test('[CK18] a key with nothing to do says so', async () => {
  show();
  await userEvent.keyboard('n');
  expect(screen.getByText('« Commencer » : rien à faire pour l’instant.')).toBeVisible();
  expect(asked).toEqual([]);
});

test('[CK19] the projection opens in its own window; without its link, how to get it is said', async () => {
  const { unmount } = show({ projection: '/a/abc/projection#secret' });
  expect(screen.getByRole('link', { name: 'Ouvrir la projection' })).toHaveAttribute(
    'href',
    '/a/abc/projection#secret',
  );
  unmount();
  show();
  await press('Ouvrir la projection');
  expect(screen.getByText(/il faut le lien des observateurs/)).toBeVisible();
});

test('[CK20] axe finds nothing in the cockpit of an empty workshop', async () => {
  show();
  expect(await axeFaults()).toEqual([]);
});

test('[CK20] axe finds nothing in the cockpit of a full workshop', async () => {
  const water = addPriority('Eau');
  addPriority('Climat');
  addActionTo(water);
  const ben = guest('ben');
  board.setOthers([ben, guest('lea')]);
  load();
  startStep(2);
  board.ask(
    { type: 'draft-write', id: newId(), priorityId: water, title: 'Une idée', description: '' },
    ben,
  );
  board.ask({ type: 'hand', up: true }, ben);
  board.ask({ type: 'timer-start', seconds: 300, effect: 'sound' });
  board.ask({ type: 'focus', target: { kind: 'view', view: 'matrix' } });
  board.ask({ type: 'freeze', on: true });
  show({ projection: '/a/abc/projection#secret' });
  await userEvent.keyboard('r');
  expect(await axeFaults()).toEqual([]);
});
