/** What leads the workshop on: steps, time, ideas and votes. */
import { act, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { useTimerChoice } from '../../../client/features/cockpit/use-timer-choice.ts';
import { BoardContext, WorkshopContext } from '../../../client/state/board-context.ts';
import type { OpenedWorkshop } from '../../../client/state/device.ts';
import { begunTexts, heldTexts } from '../../../client/state/held-text.ts';
import { type BoardId, newId, type PersonId } from '../../../shared/ids.ts';
import { READ_ONLY } from '../../../shared/session/rules.ts';
import { DEFAULT_VOTE } from '../../../shared/session/votes/votes.ts';
import { renderOnBoard } from '../../support/board-harness.tsx';
import {
  addPriority,
  asked,
  board,
  button,
  guest,
  load,
  onAgenda,
  openCockpit,
  Page,
  press,
  section,
  session,
  show,
  startStep,
  steps,
  title,
  unfold,
} from './cockpit-stage.tsx';

beforeEach(openCockpit);

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
      await press(session()?.current === null ? /^Commencer/ : /^Étape suivante/);
      visited.push(title());
      expect(section('Étape').getByRole('heading')).toHaveTextContent(step.title);
    }
    expect(visited).toEqual(steps.map((step) => step.title));
    expect(screen.getByText('C’est la dernière étape.')).toBeVisible();
    await userEvent.keyboard('n');
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
    await press(/^Étape suivante/);
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
    expect(screen.queryByRole('button', { name: /Revenir sur/ })).not.toBeInTheDocument();
    await press(/^Commencer/);
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
    await unfold('Minuteur');
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

  test('[HD11] minutes typed while the timer is being started stay begun', () => {
    const { result } = renderHook(useTimerChoice, {
      wrapper: ({ children }) => <BoardContext value={board.client}>{children}</BoardContext>,
    });
    act(() => result.current.write('17'));
    const { started } = result.current;
    act(() => result.current.write('15'));
    act(() => started());
    expect(result.current.text).toBe('15');
    expect(heldTexts(null)).toMatchObject([{ text: '15' }]);
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
    await unfold('Idées cachées');
    await press('Révéler les idées de « Eau »');
    expect(asked).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(asked).toEqual([]);
    await press('Révéler les idées de « Eau »');
    expect(screen.getByText('Révéler 2 idées ?')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(asked).toEqual([]);
    await press('Révéler les idées de « Eau »');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(asked).toEqual([{ type: 'reveal', priorityId: water }]);
    expect(ideas.getByText('1 idée, de 1 personne')).toBeVisible();
    await userEvent.keyboard('r{Tab}{Enter}');
    expect(asked.at(-1)).toEqual({ type: 'reveal', priorityId: null });
    expect(ideas.getAllByText('Aucune idée cachée.')[0]).toBeVisible();
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
