import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AgendaDialog } from '../../../client/features/agenda/agenda-dialog.tsx';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { StepId } from '../../../shared/session/agenda/step.ts';
import type { Request } from '../../../shared/session/session.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';

let board: BoardHarness;
let asked: Request[];
const steps = stepsOf('half-day');
const [first, second, third] = steps.map(({ id }) => id) as [StepId, StepId, StepId];

beforeEach(() => {
  board = createBoardHarness();
  asked = [];
});
afterEach(() => vi.useRealTimers());

function open() {
  const client = {
    ...board.client,
    request: (request: Request) => {
      asked.push(request);
      return board.client.request(request);
    },
  };
  return renderOnBoard({ ...board, client }, <AgendaDialog onClose={() => undefined} />);
}
const load = () => board.ask({ type: 'steps-set', steps });
const session = () => board.client.stores.session.getState();
const titles = () => session()?.steps.map(({ title }) => title);
const stepNow = (place: number) => session()?.steps[place];
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const status = () => document.querySelector('.agenda-foot [role="status"]');

test.each(['participant', 'observer'] as const)('[DR4] a %s is shown no déroulé', (role) => {
  board.setRole(role);
  open();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

describe('presets', () => {
  test('[DR5] an empty déroulé offers the presets, and takes one at once', async () => {
    open();
    await press(/Demi-journée en salle/);
    expect(titles()).toEqual(steps.map(({ title }) => title));
    expect(status()).toHaveTextContent('Modèle chargé : Demi-journée en salle');
    expect(screen.getByText('9 étapes, 3 h 05')).toBeVisible();
  });

  test('[DR5] one put in the place of steps that exist is asked first', async () => {
    load();
    open();
    await userEvent.click(screen.getByText('Partir d’un modèle'));
    await press(/Deux heures à distance/);
    expect(asked).toEqual([]);
    await press('Annuler');
    expect(titles()).toHaveLength(9);
    await press(/Deux heures à distance/);
    await press('Remplacer');
    expect(titles()).toHaveLength(8);
  });
});

describe('the list', () => {
  test('[DR6] each step shows its time planned and spent, and its rules in a sentence', () => {
    load();
    board.ask({ type: 'step-start', id: third, from: null });
    open();
    const line = within(screen.getAllByRole('listitem')[2] as HTMLElement);
    expect(line.getByText('en cours')).toBeVisible();
    expect(line.getByText(/Idées · 15 min/)).toBeVisible();
    expect(line.getByText(/personne ne voit vos idées/)).toBeVisible();
  });

  test('[DR7] a step goes up and down by buttons that keep the focus', async () => {
    load();
    open();
    await press('Descendre « Accueil »');
    expect(asked).toEqual([{ type: 'step-move', id: first, after: second }]);
    expect(titles()?.slice(0, 3)).toEqual([
      'Rappel des orientations',
      'Accueil',
      'Idées individuelles',
    ]);
    expect(button('Descendre « Accueil »')).toHaveFocus();
    expect(status()).toHaveTextContent('« Accueil » : place 2 sur 9.');
    await userEvent.keyboard('{Enter}');
    expect(titles()?.[2]).toBe('Accueil');
    await press('Monter « Accueil »');
    await press('Monter « Accueil »');
    expect(titles()).toEqual(steps.map(({ title }) => title));
    await press('Monter « Accueil »');
    expect(asked).toHaveLength(4);
  });

  test('[DR7] a step is removed, and put back where it stood', async () => {
    load();
    open();
    await press('Retirer « Pause »');
    expect(titles()).not.toContain('Pause');
    expect(button('Retirer « Priorisation »')).toHaveFocus();
    await press('La remettre');
    expect(titles()).toEqual(steps.map(({ title }) => title));
  });

  test('[DR7] the step in progress is not removed', async () => {
    load();
    board.ask({ type: 'step-start', id: first, from: null });
    open();
    await press(/Une étape en cours ne se retire pas/);
    expect(titles()).toContain('Accueil');
    expect(asked).toEqual([]);
  });

  test('[DR8] any step can be started, and the wall be free again', async () => {
    load();
    open();
    await press('Lancer « Priorisation »');
    expect(stepNow(5)?.id).toBe(session()?.current);
    await press('Lancer « Accueil »');
    expect(session()?.current).toBe(first);
    await press('Revenir au tableau libre');
    expect(session()?.current).toBeNull();
  });

  test('[DR9] a step is added at the end and written from its name', async () => {
    load();
    open();
    await press('Ajouter une étape');
    expect(titles()?.at(-1)).toBe('Nouvelle étape');
    await waitFor(() => expect(screen.getByLabelText('Nom')).toHaveFocus());
  });
});

describe('a step', () => {
  const edit = async (title: string) => {
    load();
    open();
    await press(`Modifier « ${title} »`);
  };

  test('[DR10] what is typed is saved a moment later, one field alone', async () => {
    load();
    open();
    await press('Modifier « Accueil »');
    vi.useFakeTimers();
    fireEvent.change(screen.getByLabelText('Nom'), { target: { value: 'Accueil café' } });
    expect(asked).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(700));
    expect(asked).toEqual([{ type: 'step-change', id: first, change: { title: 'Accueil café' } }]);
    expect(stepNow(0)?.title).toBe('Accueil café');
  });

  test('[DR10] leaving a field saves it at once, and so does closing the window', async () => {
    await edit('Accueil');
    await userEvent.type(screen.getByLabelText('Consigne'), ' Merci');
    await userEvent.tab();
    expect(stepNow(0)?.instruction).toMatch(/ Merci$/);
    await userEvent.type(screen.getByLabelText('Consigne'), ' !');
    cleanup();
    expect(board.session.state().steps[0]?.instruction).toMatch(/ Merci !$/);
  });

  test.each([
    ['Nom', '   ', 'Donnez un nom à l’étape.'],
    ['Minutes', 'dix', 'De 0 à 600.'],
    ['Minutes', '601', 'De 0 à 600.'],
  ])('[DR10] in « %s », « %s » is not saved and says why', async (label, typed, why) => {
    await edit('Accueil');
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), typed);
    await userEvent.tab();
    expect(screen.getByText(why)).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('[DR11] two facilitators in two fields of one step both win', async () => {
    await edit('Accueil');
    await userEvent.clear(screen.getByLabelText('Minutes'));
    await userEvent.type(screen.getByLabelText('Minutes'), '20');
    board.ask({ type: 'step-change', id: first, change: { title: 'Bienvenue' } });
    await userEvent.tab();
    expect(stepNow(0)).toMatchObject({ title: 'Bienvenue', minutes: 20 });
  });

  test('[DR11] a field both write shows the two, and neither is lost before a choice', async () => {
    await edit('Accueil');
    await userEvent.type(screen.getByLabelText('Nom'), ' café');
    board.ask({ type: 'step-change', id: first, change: { title: 'Bienvenue' } });
    await userEvent.tab();
    expect(screen.getByText('Quelqu’un vient d’écrire ici : « Bienvenue »')).toBeVisible();
    expect(stepNow(0)?.title).toBe('Bienvenue');
    expect(screen.getByLabelText('Nom')).toHaveValue('Accueil café');
    await press('Garder la mienne');
    expect(stepNow(0)?.title).toBe('Accueil café');
  });

  test('[DR11] taking their version leaves theirs', async () => {
    await edit('Accueil');
    await userEvent.type(screen.getByLabelText('Nom'), ' café');
    board.ask({ type: 'step-change', id: first, change: { title: 'Bienvenue' } });
    await press('Reprendre sa version');
    expect(screen.getByLabelText('Nom')).toHaveValue('Bienvenue');
    expect(stepNow(0)?.title).toBe('Bienvenue');
  });

  test('[DR12] rules are plain choices, and the sentence follows them', async () => {
    await edit('Accueil');
    const choose = (rule: string, answer: string) =>
      userEvent.click(
        within(screen.getByRole('group', { name: rule })).getByRole('radio', { name: answer }),
      );
    await choose('Écrire des actions', 'Oui');
    await choose('Compléter les fiches', 'Les siennes');
    expect(stepNow(0)?.rules).toMatchObject({ add: 'anyone', edit: 'own', move: 'nobody' });
    expect(
      screen.getAllByText(/Vous pouvez écrire et compléter vos fiches\./)[0],
    ).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText('Idées cachées jusqu’à la révélation'));
    expect(stepNow(0)?.rules.writing).toBe('hidden');
    await userEvent.click(screen.getByLabelText('Révéler sans les auteurs'));
    expect(stepNow(0)?.anonymous).toBe(true);
  });

  test('[DR12] the vote of a step has its dots, who votes, and on what', async () => {
    for (const title of ['Eau', 'Climat'])
      board.client.run(addFrameEntity<'priorities'>, 'priorities', { title });
    await edit('Priorisation');
    await userEvent.clear(screen.getByLabelText('Gommettes par votant'));
    await userEvent.type(screen.getByLabelText('Gommettes par votant'), '2');
    await userEvent.tab();
    // A cap above the budget means nothing: it came down with it.
    expect(stepNow(5)?.vote).toMatchObject({ budget: 2, cap: 2 });
    await userEvent.click(screen.getByRole('radio', { name: 'Chaque direction' }));
    await userEvent.click(screen.getByLabelText('2. Climat'));
    expect(stepNow(5)?.vote).toMatchObject({ basis: 'direction' });
    expect(stepNow(5)?.vote.priorityIds).toHaveLength(1);
    await userEvent.click(screen.getByLabelText('1. Eau'));
    expect(stepNow(5)?.vote.priorityIds).toHaveLength(1);
    await userEvent.click(screen.getByLabelText('2. Climat'));
    expect(stepNow(5)?.vote.priorityIds).toBeNull();
  });

  test('[DR16] a step of sheets says what it asks for, in the order of the sheet, and one at least', async () => {
    load();
    open();
    await press('Modifier « Fiches en sous-groupes »');
    const asks = () => stepNow(6)?.asks;
    const tick = (label: string) =>
      userEvent.click(
        within(screen.getByRole('group', { name: 'À remplir dans les fiches' })).getByRole(
          'checkbox',
          { name: label },
        ),
      );
    expect(asks()).toBeUndefined();
    await tick('Moyens');
    expect(asks()).toEqual(['leadDirectionId', 'deadline', 'indicators', 'constraints', 'means']);
    for (const label of ['Direction pilote', 'Indicateurs', 'Contraintes entendues', 'Moyens'])
      await tick(label);
    expect(asks()).toEqual(['deadline']);
    await tick('Échéance');
    expect(asks()).toEqual(['deadline']);
  });

  test('[DR13] a refused change is said in one sentence in the window, and the text stays', async () => {
    await edit('Accueil');
    await userEvent.type(screen.getByLabelText('Nom'), ' café');
    // Somebody else has removed it; this page does not know yet.
    board.session.record({ type: 'step-removed', id: first });
    vi.spyOn(board.client.stores.session, 'setState').mockReturnValue(undefined);
    await userEvent.tab();
    expect(status()).toHaveTextContent('Ce n’est plus là');
    expect(screen.getByLabelText('Nom')).toHaveValue('Accueil café');
    vi.restoreAllMocks();
  });
});

test.each<[string, () => Promise<void>]>([
  ['empty', async () => undefined],
  ['listed', async () => void load()],
  [
    'opened',
    async () => {
      load();
      await press('Modifier « Priorisation »');
    },
  ],
])('[DR14] axe finds nothing in the déroulé, %s', async (_state, arrange) => {
  open();
  await arrange();
  expect(await axeFaults()).toEqual([]);
});
