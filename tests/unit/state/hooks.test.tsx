/** What components read: each thing by itself, the same object for as long as it says the same. */
import { act, renderHook } from '@testing-library/react';
import { type ReactNode, useReducer } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BoardContext } from '../../../client/state/board-context.ts';
import { useOthersOn } from '../../../client/state/hooks.ts';
import { hueOfPerson, usePersonLabel } from '../../../client/state/people.ts';
import { problemText } from '../../../client/state/problem-text.ts';
import {
  useFollowed,
  useRequest,
  useServerNow,
  useStep,
} from '../../../client/state/session-hooks.ts';
import {
  useActionAuthorship,
  useActionField,
  useGoneAction,
} from '../../../client/state/use-action-field.ts';
import { usePicker, usePicking } from '../../../client/state/use-picking.ts';
import { useSending } from '../../../client/state/use-sending.ts';
import { addAction, discardAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField, setSheetMember } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, DirectionId, PersonId } from '../../../shared/ids.ts';
import { PRESETS, stepsOf } from '../../../shared/session/agenda/presets.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

/** A board with one direction and two cards of this person's. */
function stage() {
  const board = createBoardHarness();
  const { client } = board;
  const voirie = unwrap(
    client.run((doc) => addFrameEntity(doc, 'directions', { name: 'Voirie' })),
  ) as DirectionId;
  const priorityId = unwrap(
    client.run((doc) => addFrameEntity(doc, 'priorities', { title: 'Eau' })),
  );
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const add = (title: string) =>
    unwrap(client.run(addAction, { title, place: { priorityId, before: null }, author }));
  const [id, other] = [add('Mesurer'), add('Former')];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <BoardContext value={client}>{children}</BoardContext>
  );
  const read = <Value,>(hook: () => Value) => renderHook(hook, { wrapper }).result;
  return { ...board, voirie, priorityId, id, other, read };
}

describe('one field of an action', () => {
  test('[SH6] is the same object while others of it change, and another once it says something else', () => {
    const { read, neighbour, id } = stage();
    const levers = read(() => useActionField(id, 'levers'));
    neighbour(setSheetMember, id, 'levers', 'L1', true);
    const before = levers.current;
    expect(before).toEqual(['L1']);
    neighbour(setSheetField, id, 'means', 'Deux jours');
    expect(levers.current).toBe(before);
    neighbour(setSheetMember, id, 'levers', 'L2', true);
    expect(levers.current).toEqual(['L1', 'L2']);
    neighbour(setSheetMember, id, 'levers', 'L1', false);
    expect(levers.current).toEqual(['L2']);
  });

  test('[SH6] is nothing where there is no action, and where the field is empty', () => {
    const { read, neighbour, id } = stage();
    expect(read(() => useActionField('nul' as ActionId, 'title')).current).toBeUndefined();
    const means = read(() => useActionField(id, 'means'));
    expect(means.current).toBeUndefined();
    neighbour(setSheetField, id, 'means', 'Deux jours');
    neighbour(setSheetField, id, 'means', undefined);
    expect(means.current).toBeUndefined();
  });

  test('[SH6] as far as its author goes an action is the same, whatever is written in it', () => {
    const { read, neighbour, id, other } = stage();
    let asked = id;
    const { result, rerender } = renderAt(read, () => useActionAuthorship(asked));
    const before = result();
    neighbour(setSheetField, id, 'means', 'Deux jours');
    expect(result()).toBe(before);
    asked = other;
    rerender();
    expect(result()?.id).toBe(other);
  });

  test('[SH9] its last version is kept once it is gone, and not before', () => {
    const { read, client, id } = stage();
    const gone = read(() => useGoneAction(id));
    expect(gone.current).toBeUndefined();
    const { board } = client.stores;
    const { actions, ...rest } = board.getState();
    const others = new Map([...actions].filter(([each]) => each !== id));
    act(() => board.setState({ ...rest, actions: others }, true));
    expect(gone.current).toMatchObject({ id, title: 'Mesurer' });
    act(() => board.setState({ ...rest, actions }, true));
    expect(gone.current).toBeUndefined();
  });
});

describe('others on a card', () => {
  const person = (id: string, clients: readonly number[]) => ({
    id: id as PersonId,
    role: 'participant' as const,
    name: id,
    directionId: null,
    actorId: null,
    clients,
  });

  test('[WA9] are those who have it open or in hand, in the same order for everybody', () => {
    const { read, client, setOthers, id, other } = stage();
    setOthers([person('lea', [7]), person('max', [3])]);
    const others = read(() => useOthersOn(id));
    const seen = (states: [number, object][]) =>
      act(() => client.stores.presence.setState(new Map(states), true));
    seen([
      [7, { actionId: id }],
      [3, { holding: id }],
      [5, { actionId: other }],
    ]);
    expect(others.current.map(({ client: at, personId }) => [at, personId])).toEqual([
      [3, 'max'],
      [7, 'lea'],
    ]);
  });

  test('[WA9] are the same while nothing of them changes, and nobody knows yet who is who', () => {
    const { read, client, setOthers, id } = stage();
    const others = read(() => useOthersOn(id));
    const here = { actionId: id };
    act(() => client.stores.presence.setState(new Map([[7, here]]), true));
    const before = others.current;
    expect(before).toEqual([{ client: 7, personId: null, state: here }]);
    act(() => client.stores.presence.setState(new Map([[7, here]]), true));
    expect(others.current).toBe(before);
    setOthers([person('lea', [7])]);
    expect(others.current).toEqual([{ client: 7, personId: 'lea', state: here }]);
    act(() => client.stores.presence.setState(new Map(), true));
    expect(others.current).toEqual([]);
  });
});

test('[TX15] somebody is called by their name, else by where they come from, else somebody', () => {
  const { read, setOthers, voirie } = stage();
  const at = { role: 'participant' as const, actorId: null, clients: [2] };
  setOthers([
    { ...at, id: 'lea' as PersonId, name: 'Léa', directionId: voirie },
    { ...at, id: 'max' as PersonId, name: null, directionId: voirie } as never,
    { ...at, id: 'eve' as PersonId, name: null, directionId: null } as never,
  ]);
  const label = (id: string | null) => read(() => usePersonLabel(id as PersonId | null)).current;
  expect(['lea', 'max', 'eve', 'nul', null].map(label)).toEqual([
    'Léa',
    'Voirie',
    'Une personne',
    'Une personne',
    'Une personne',
  ]);
});

test('[WA9] somebody has the same colour on every screen, by their id alone', () => {
  const hues = ['moi', 'lea', 'max', 'k7p2'].map((id) => hueOfPerson(id as PersonId));
  expect(hues).toEqual([5, 6, 2, 3]);
});

test('[WA3] a screen says why in its own words, and that a thing is gone for what it does not name', () => {
  const texts = { gone: 'Partie.', full: ({ max }: { max: number }) => `${max} au plus.` };
  expect(problemText({ kind: 'full', what: 'actions', max: 5 } as never, texts)).toBe('5 au plus.');
  expect(problemText({ kind: 'gone' } as never, texts)).toBe('Partie.');
  expect(problemText({ kind: 'title-missing' } as never, texts)).toBe('Partie.');
  const named = { ...texts, 'title-missing': 'Un titre.' };
  expect(problemText({ kind: 'title-missing' } as never, named)).toBe('Un titre.');
});

describe('a request from a form', () => {
  test('[CO13] is busy until it is answered, and a refusal stands until the next', async () => {
    const { result } = renderHook(useSending);
    let answer = (_value: unknown) => {};
    const send = () => {
      const request = new Promise<never>((resolve) => {
        answer = resolve as typeof answer;
      });
      const sent: Promise<unknown>[] = [];
      act(() => void sent.push(result.current.send(request)));
      return sent[0];
    };
    const refused = { ok: false, error: { status: 409, code: 'full', message: 'C’est plein.' } };
    const first = send();
    expect(result.current).toMatchObject({ busy: true, problem: undefined });
    await act(async () => answer(refused));
    expect(await first).toEqual(refused);
    expect(result.current).toMatchObject({ busy: false, problem: 'C’est plein.' });
    const second = send();
    expect(result.current).toMatchObject({ busy: true, problem: undefined });
    await act(async () => answer({ ok: true, value: 7 }));
    expect(await second).toEqual({ ok: true, value: 7 });
    expect(result.current).toMatchObject({ busy: false, problem: undefined });
  });
});

describe('the session', () => {
  test('[CK10] what is shown is followed by whoever did not leave it, and a view is no place of the wall', () => {
    const { read, ask, id } = stage();
    const followed = read(useFollowed);
    expect(followed.current).toBeNull();
    ask({ type: 'focus', target: { kind: 'action', id } });
    expect(followed.current).toEqual({ kind: 'action', id });
    ask({ type: 'follow', on: false });
    expect(followed.current).toBeNull();
    ask({ type: 'follow', on: true });
    ask({ type: 'focus', target: { kind: 'view', view: 'board' } });
    expect(followed.current).toBeNull();
  });

  test('[CK2] the step in progress has its place from 1, and there is none while the board is free', () => {
    const { read, ask } = stage();
    const step = read(useStep);
    expect(step.current).toBeNull();
    const steps = stepsOf(Object.keys(PRESETS)[0] as keyof typeof PRESETS);
    ask({ type: 'steps-set', steps });
    expect(step.current).toBeNull();
    const second = steps[1];
    ask({ type: 'step-start', id: second?.id ?? null, from: null });
    expect(step.current).toEqual({ step: second, place: 2 });
  });

  test('[CK3] what is refused is said in a sentence, what is granted is not', async () => {
    const { read, client } = stage();
    const said = vi.fn();
    const request = read(() => useRequest(said));
    const asked = vi.spyOn(client, 'request').mockResolvedValueOnce({ ok: true, value: undefined });
    expect(await request.current({ type: 'summon' })).toBe(true);
    expect(said).not.toHaveBeenCalled();
    asked.mockResolvedValueOnce({ ok: false, error: 'offline' });
    expect(await request.current({ type: 'summon' })).toBe(false);
    expect(said).toHaveBeenCalledOnce();
    expect(said.mock.calls[0]?.[0]).toMatch(/connexion/u);
  });
});

describe('the server’s clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));

  test('[CK6] is drawn at each tick, by what the server’s differs from this one', () => {
    const { read, client } = stage();
    const now = read(() => useServerNow(250));
    expect(now.current).toBe(1_000_000 + client.stores.clockOffset.getState());
    act(() => client.stores.clockOffset.setState(-400, true));
    expect(now.current).toBe(999_600);
    act(() => vi.advanceTimersByTime(250));
    expect(now.current).toBe(999_850);
  });

  test('[CK6] stands still when it is asked to', () => {
    const { read, client } = stage();
    act(() => client.stores.clockOffset.setState(0, true));
    const now = read(() => useServerNow(0));
    act(() => vi.advanceTimersByTime(60_000));
    expect(now.current).toBe(1_000_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('picking', () => {
  test('[MG1] a card is picked and no longer, and what has left the wall with it', () => {
    const { read, neighbour, id, other } = stage();
    const picker = read(usePicker);
    const ids = read(() => usePicking((picking) => [...picking.ids].join(' ')));
    const doing = read(() => usePicking((picking) => picking.doing));
    const toggle = (card: ActionId) => {
      const counts: number[] = [];
      act(() => void counts.push(picker.current.toggle(card)));
      return counts[0];
    };
    expect(toggle(id)).toBe(1);
    expect(toggle(other)).toBe(2);
    expect([ids.current, doing.current]).toEqual([`${id} ${other}`, 'choosing']);
    neighbour(discardAction, id);
    act(() => picker.current.choose());
    expect(ids.current).toBe(other);
    expect(toggle(other)).toBe(0);
    expect([ids.current, doing.current]).toEqual(['', 'nothing']);
  });

  test('[MG1] deciding, comparing and stopping each begin anew', () => {
    const { read, id, other } = stage();
    const picker = read(usePicker);
    const now = read(() => usePicking(({ ids, doing }) => `${doing} ${[...ids].join(' ')}`.trim()));
    act(() => picker.current.merge([id, other]));
    expect(now.current).toBe(`merging ${id} ${other}`);
    act(() => picker.current.compare());
    expect(now.current).toBe('comparing');
    act(() => picker.current.merge([id]));
    act(() => picker.current.stop());
    expect(now.current).toBe('nothing');
  });
});

/** A hook whose question changes: `rerender` asks it again. */
function renderAt<Value>(read: ReturnType<typeof stage>['read'], hook: () => Value) {
  const rerenders: (() => void)[] = [];
  const held = read(() => {
    const [, again] = useReducer((count: number) => count + 1, 0);
    rerenders[0] = again;
    return hook();
  });
  return { result: () => held.current, rerender: () => act(() => rerenders[0]?.()) };
}
