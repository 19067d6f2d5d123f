import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Cockpit } from '../../../client/features/cockpit/cockpit.tsx';
import { WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { begunTexts, heldTexts } from '../../../client/state/held-text.ts';
import { useKeyListener } from '../../../client/state/keys.ts';
import { setPreference } from '../../../client/state/preferences.ts';
import { ToastRegion } from '../../../client/ui/toast.tsx';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import {
  type ActionId,
  type BoardId,
  newId,
  type PersonId,
  type PriorityId,
} from '../../../shared/ids.ts';
import { stepsOf } from '../../../shared/session/agenda/presets.ts';
import type { Present } from '../../../shared/session/present.ts';
import { READ_ONLY } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { axeFaults } from '../../support/axe-faults.ts';
import {
  type BoardHarness,
  createBoardHarness,
  renderOnBoard,
} from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

let board: BoardHarness;
let asked: Request[];
const onOpenAction = vi.fn();
const onAgenda = vi.fn();
const steps = stepsOf('half-day');

beforeEach(() => {
  board = createBoardHarness();
  asked = [];
  setPreference({ keys: true });
  onOpenAction.mockReset();
  onAgenda.mockReset();
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
});

interface Shown {
  readonly openActionId?: ActionId;
  readonly projection?: string;
}

function Page({ openActionId, projection }: Shown) {
  useKeyListener();
  return (
    <main>
      <Cockpit
        openActionId={openActionId ?? null}
        onOpenAction={onOpenAction}
        onAgenda={onAgenda}
        projection={projection ?? null}
        votes={(what, done) =>
          what && <button type="button" onClick={done}>{`vote : ${what}`}</button>
        }
        ownWindow="/a/b?animation"
        onClose={() => undefined}
      />
      <ToastRegion />
    </main>
  );
}

function show(props: Shown = {}) {
  const client = {
    ...board.client,
    request: (request: Request) => {
      asked.push(request);
      return board.client.request(request);
    },
  };
  return renderOnBoard({ ...board, client }, <Page {...props} />);
}
const session = () => board.client.stores.session.getState();
const title = () => steps.find(({ id }) => id === session()?.current)?.title;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const section = (name: string) => within(screen.getByRole('region', { name }));
const load = () => board.ask({ type: 'steps-set', steps });
const startStep = (place: number) =>
  board.ask({ type: 'step-start', id: steps[place]?.id ?? null, from: session()?.current ?? null });
const addPriority = (name: string): PriorityId =>
  unwrap(board.client.run(addFrameEntity<'priorities'>, 'priorities', { title: name }));
const addActionTo = (priorityId: PriorityId, name = 'Former les acheteurs'): ActionId =>
  unwrap(
    board.client.run(addAction, {
      title: name,
      place: { priorityId, before: null },
      author: { personId: 'moi' as PersonId, directionId: null, actorId: null },
    }),
  );
const guest = (id: string, more: Partial<Present> = {}): Present => ({
  id: id as PersonId,
  role: 'participant',
  name: `Nom de ${id}`,
  clients: [7],
  directionId: null,
  actorId: null,
  ...more,
});

test.each(['participant', 'observer'] as const)('[CK1] a %s is shown no cockpit', (role) => {
  board.setRole(role);
  show();
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
});

describe('steps', () => {
  test('[CK2] without a déroulé the cockpit offers to prepare one', async () => {
    show();
    await press('Préparer le déroulé');
    expect(onAgenda).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: /étape suivante/i })).not.toBeInTheDocument();
  });

  test('[CK2] one button leads through the nine steps, and shows what comes then', async () => {
    load();
    show();
    const visited: (string | undefined)[] = [];
    for (const step of steps) {
      await press(session()?.current === null ? 'Commencer' : 'Étape suivante');
      visited.push(title());
      expect(section('Étape').getByRole('heading')).toHaveTextContent(step.title);
    }
    expect(visited).toEqual(steps.map((step) => step.title));
    expect(screen.getByText('C’est la dernière étape.')).toBeVisible();
    await press('Étape suivante');
    expect(title()).toBe('Clôture');
    await press('Étape précédente');
    expect(title()).toBe('Restitution et engagement');
  });

  test('[CK3] pressed while somebody else had already led on, nothing is skipped and one sentence says so', async () => {
    load();
    startStep(0);
    show();
    // What this page last saw is the first step; a co-facilitator has started the third.
    const before = board.client.stores.session.getState();
    startStep(2);
    act(() => board.client.stores.session.setState(before, true));
    await press('Étape suivante');
    expect(title()).toBe('Idées individuelles');
    expect(screen.getByText(/La situation a changé entre-temps/)).toBeVisible();
  });

  test('[CK4] planned against spent time is said, and a step that lasts too long stands out', () => {
    load();
    startStep(0);
    show();
    const later = (session()?.now ?? 0) + 22 * 60_000 + 9_000;
    board.session.setNow(later);
    act(() => board.client.stores.clockOffset.setState(later - Date.now(), true));
    board.ask({ type: 'summon' });
    expect(section('Étape').getByRole('progressbar')).toHaveAccessibleName(
      'prévu 15 min, 22 min passées',
    );
    expect(section('Étape').getByText(/7 min de plus que prévu/)).toBeVisible();
  });

  test('[CK5] the last act is named with who did it, and taken back', async () => {
    load();
    show();
    expect(screen.getByText('Aucun geste à reprendre.')).toBeVisible();
    await press('Commencer');
    expect(screen.getByText('Étape lancée, par vous')).toBeVisible();
    await press(/Revenir sur le dernier geste/);
    expect(session()?.current).toBeNull();
  });

  test('[CK5] an act of somebody else bears their name, and is taken back by its number', async () => {
    const other = guest('ana', { role: 'facilitator' });
    board.setOthers([other]);
    load();
    board.ask({ type: 'freeze', on: true }, other);
    show();
    expect(screen.getByText('Pause de tous, par Nom de ana')).toBeVisible();
    const act = session()?.undoable?.act;
    await press(/Revenir sur le dernier geste/);
    expect(asked).toEqual([{ type: 'undo', act }]);
    expect(session()?.frozen).toBeNull();
  });
});

describe('time', () => {
  test('[CK6] the timer starts with the minutes of the step, or with those chosen', async () => {
    load();
    startStep(3);
    show();
    await press('Lancer 35 min');
    expect(session()?.timer).toMatchObject({ state: 'running', seconds: 2_100, effect: 'nothing' });
    await press('Retirer le minuteur');
    await press(/^3\s*Minutes/);
    await userEvent.click(screen.getByRole('radio', { name: 'Pause de tous' }));
    await press('Lancer 3 min');
    expect(session()?.timer).toMatchObject({ seconds: 180, effect: 'pause' });
  });

  test('[CK6] minutes typed are held until the timer has them; a press on a duration is no text', async () => {
    show();
    await press(/^3\s*Minutes/);
    expect(heldTexts(null)).toEqual([]);
    const field = screen.getByRole('textbox', { name: 'Minutes' });
    await userEvent.clear(field);
    await userEvent.type(field, '17');
    expect(heldTexts(null)).toMatchObject([{ text: '17' }]);
    await press('Lancer 17 min');
    expect(heldTexts(null)).toEqual([]);
    await press('Retirer le minuteur');
    expect(screen.getByRole('textbox', { name: 'Minutes' })).toHaveValue('17');
  });

  test('[HD12] minutes typed are listed while another timer runs', async () => {
    const owner = { boardId: 'atelier' as BoardId, personId: 'moi' as PersonId };
    const workshop = { ...owner, joined: owner } as unknown as OpenedWorkshop;
    renderOnBoard(
      board,
      <WorkshopContext value={workshop}>
        <Page />
      </WorkshopContext>,
    );
    const field = () => screen.getByRole('textbox', { name: 'Minutes' });
    const listed = () => begunTexts(owner).map(({ text }) => text);
    await userEvent.clear(field());
    await userEvent.type(field(), '12');
    expect(listed()).toEqual([]);
    board.ask({ type: 'timer-start', seconds: 300, effect: 'nothing' });
    expect(listed()).toEqual(['12']);
    board.ask({ type: 'timer-stop' });
    expect(listed()).toEqual([]);
    expect(field()).toHaveValue('12');
  });

  test('[CK6] it is lengthened, shortened, stopped and let run', async () => {
    board.ask({ type: 'timer-start', seconds: 300, effect: 'nothing' });
    show();
    await press('Une minute de plus');
    await press('Une minute de plus');
    await press('Une minute de moins');
    expect(session()?.timer?.seconds).toBe(360);
    await press('Arrêter le temps');
    expect(session()?.timer?.state).toBe('paused');
    await press('Reprendre le temps');
    expect(session()?.timer?.state).toBe('running');
  });

  test.each(['', '0', '241', '2,5', 'dix'])('[CK6] « %s » is no duration', async (typed) => {
    show();
    const field = screen.getByRole('textbox', { name: 'Minutes' });
    await userEvent.clear(field);
    if (typed) await userEvent.type(field, typed);
    expect(screen.getByText('Un nombre entier, de 1 à 240.')).toBeVisible();
    await userEvent.keyboard('{Tab}t');
    expect(session()?.timer).toBeNull();
  });

  test('[CK7] everybody is paused and let go, and the pause says itself', async () => {
    show();
    await press('Mettre tout le monde en pause');
    expect(session()?.frozen).toBe('facilitator');
    expect(session()?.rules).toEqual(READ_ONLY);
    expect(screen.getByText('Tout le monde est en pause')).toBeVisible();
    await press('Laisser tout le monde reprendre');
    expect(session()?.frozen).toBeNull();
  });
});

describe('ideas and votes', () => {
  test('[CK8] hidden ideas are counted by priority, and revealed after a second word', async () => {
    const water = addPriority('Eau');
    const climate = addPriority('Climat');
    load();
    startStep(2);
    const ben = guest('ben');
    board.setOthers([ben]);
    for (const priorityId of [water, water, climate])
      board.ask(
        { type: 'draft-write', id: newId(), priorityId, title: 'Une idée', description: '' },
        ben,
      );
    show();
    const ideas = section('Idées cachées');
    expect(ideas.getByText('3 idées, de 1 personne')).toBeVisible();
    await press('Révéler les idées de « Eau »');
    expect(asked).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(asked).toEqual([]);
    await press('Révéler les idées de « Eau »');
    expect(ideas.getByText('Révéler 2 idées ?')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([]);
    await press('Révéler les idées de « Eau »');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(asked).toEqual([{ type: 'reveal', priorityId: water }]);
    expect(ideas.getByText('1 idée, de 1 personne')).toBeVisible();
    await userEvent.keyboard('r{Tab}{Enter}');
    expect(asked.at(-1)).toEqual({ type: 'reveal', priorityId: null });
    expect(ideas.getByText('Aucune idée cachée.')).toBeVisible();
  });

  test('[CK8] a question somebody else has answered meanwhile goes away, and does not come back', async () => {
    const water = addPriority('Eau');
    load();
    startStep(2);
    const [ana, ben] = [guest('ana', { role: 'facilitator' }), guest('ben')];
    board.setOthers([ana, ben]);
    const write = () =>
      board.ask(
        { type: 'draft-write', id: newId(), priorityId: water, title: 'Idée', description: '' },
        ben,
      );
    write();
    show();
    await userEvent.keyboard('r');
    expect(screen.getByText('Révéler 1 idée ?')).toBeVisible();
    board.ask({ type: 'reveal', priorityId: null }, ana);
    write();
    expect(screen.queryByText('Révéler 1 idée ?')).not.toBeInTheDocument();
  });

  test('[CK9] the key for votes asks the votes’ own panel to open one, then to close it', async () => {
    show();
    await userEvent.keyboard('v');
    await press('vote : open');
    expect(screen.queryByText(/^vote :/)).not.toBeInTheDocument();
    board.ask({ type: 'round-open', id: newId(), title: 'Tour 1', setup: DEFAULT_VOTE });
    await userEvent.keyboard('v');
    expect(button('vote : close')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('[CK23] a round open while nobody can vote is said', () => {
    load();
    board.ask({ type: 'round-open', id: newId(), title: 'Tour 1', setup: DEFAULT_VOTE });
    show();
    const warning = () => screen.queryByText(/personne ne peut voter maintenant/);
    expect(warning()).not.toBeInTheDocument();
    startStep(3);
    expect(warning()).toBeVisible();
    startStep(5);
    expect(warning()).not.toBeInTheDocument();
    board.ask({ type: 'freeze', on: true });
    expect(warning()).toBeVisible();
  });
});

describe('attention', () => {
  test('[CK10] a view or a priority is put before all, or nothing; followers are counted', async () => {
    const water = addPriority('Eau');
    board.setOthers([guest('ben'), guest('lea'), guest('zoe', { clients: [] })]);
    show();
    const look = () => section('Regard de tous');
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
    expect(screen.getByText('Aucune main levée.')).toBeVisible();
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

  test('[CK13] who is done is counted among those here, by direction', () => {
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
  board.ask({ type: 'hand', up: true }, guest('ben'));
  load();
  show({ openActionId: id });
  await userEvent.keyboard('nnp');
  expect(title()).toBe('Accueil');
  await userEvent.keyboard('t+--');
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
