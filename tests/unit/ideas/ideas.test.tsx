/** Hidden ideas between the hand and the server: nothing typed may be lost on the way. */

import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIdeas, type Ideas } from '../../../client/state/ideas.ts';
import { ownOf } from '../../../client/state/keep-own.ts';
import { hasKeptIdeas, keptIdeas } from '../../../client/state/kept-ideas.ts';
import { openText } from '../../../shared/board/text-handle.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { idea, openIdeasStage, owner } from './ideas-stage.ts';

const FIRST = 'i1' as ActionId;
const me = {
  id: owner.personId,
  name: 'Camille',
  directionId: null,
  actorId: null,
  clients: [1],
} as const;

let opened: Ideas | undefined;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  opened?.destroy();
  opened = undefined;
  vi.useRealTimers();
});

function open(role?: 'participant' | 'facilitator') {
  const stage = openIdeasStage(role);
  opened = stage.open();
  return { ...stage, ideas: opened };
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = ({ store }: Ideas) => store.getState().map(({ title, state }) => [title, state.kind]);

test('[HI3] letters typed in a row make one request, at most half a second after the first', async () => {
  const { ideas, water, asked } = open();
  for (const title of ['P', 'Pa', 'Payer']) ideas.write(idea(water, title));
  await pass(499);
  expect(asked()).toEqual([]);
  await pass(1);
  expect(asked()).toMatchObject([{ type: 'draft-write', id: 'i1', title: 'Payer' }]);
});

test.each<[string, (stage: ReturnType<typeof open>) => unknown]>([
  ['when the hand leaves', ({ ideas }) => ideas.flush()],
  ['when the page is hidden', () => dispatchEvent(new Event('pagehide'))],
  ['when the step changes', ({ startStep }) => startStep('closed')],
  ['when the ideas are closed', ({ ideas }) => ideas.destroy()],
])('[HI3] what was typed is asked for at once %s, and taken', async (_when, happen) => {
  const stage = open();
  stage.ideas.write(idea(stage.water, 'Payer'));
  happen(stage);
  expect(stage.asked()).toMatchObject([{ type: 'draft-write', title: 'Payer' }]);
  await pass(0);
  expect(stage.session.state().ideas.get(FIRST)?.title).toBe('Payer');
});

test('[HI3] what was typed is asked for half a second before the timer ends, by the server’s clock', async () => {
  const stage = open();
  const { ideas, water, asked, client, session } = stage;
  client.stores.clockOffset.setState(
    session.viewFor({ ...me, role: 'participant' }, []).now - Date.now(),
    true,
  );
  stage.ask({ type: 'timer-start', seconds: 60, effect: 'pause' }, { ...me, role: 'facilitator' });
  await pass(59_400);
  ideas.write(idea(water, 'Payer'));
  await pass(99);
  expect(asked()).toEqual([]);
  await pass(1);
  expect(asked()).toHaveLength(1);
});

test('[HI4] an idea is said to be saved once the server has it, and not before', async () => {
  const { ideas, water, holdAnswers } = open();
  const letGo = holdAnswers();
  ideas.write(idea(water, 'Payer'));
  ideas.flush();
  await pass(0);
  expect(shown(ideas)).toEqual([['Payer', 'unsaved']]);
  expect(keptIdeas(owner)).toMatchObject([{ id: 'i1', title: 'Payer' }]);
  letGo();
  await pass(0);
  expect(shown(ideas)).toEqual([['Payer', 'saved']]);
  expect(hasKeptIdeas(owner)).toBe(false);
});

test('[HI4] letters typed while an answer is on its way are asked for too, and saved last', async () => {
  const { ideas, water, holdAnswers, session } = open();
  const letGo = holdAnswers();
  ideas.write(idea(water, 'Payer'));
  ideas.flush();
  ideas.write(idea(water, 'Payer vite'));
  letGo();
  await pass(0);
  expect(shown(ideas)).toEqual([['Payer vite', 'unsaved']]);
  await pass(500);
  expect(shown(ideas)).toEqual([['Payer vite', 'saved']]);
  expect([...session.state().ideas.values()].map(({ title }) => title)).toEqual(['Payer vite']);
});

test('[HI4] what is written offline stays on this device, and goes under the same id on return', async () => {
  const { ideas, water, setOnline, session, asked } = open();
  setOnline(false);
  ideas.write(idea(water, 'Payer'));
  await pass(2_000);
  expect(asked()).toEqual([]);
  expect(shown(ideas)).toEqual([['Payer', 'unsaved']]);
  expect(keptIdeas(owner)).toHaveLength(1);
  setOnline(true);
  await pass(0);
  expect([...session.state().ideas.keys()]).toEqual(['i1']);
  expect(shown(ideas)).toEqual([['Payer', 'saved']]);
});

test('[HI4] a page closed before the answer leaves the text to the next one', async () => {
  const stage = open();
  stage.setOnline(false);
  stage.ideas.write(idea(stage.water, 'Payer'));
  await pass(500);
  stage.ideas.destroy();
  opened = stage.open();
  expect(shown(opened)).toEqual([['Payer', 'unsaved']]);
  stage.setOnline(true);
  await pass(500);
  expect(shown(opened)).toEqual([['Payer', 'saved']]);
});

test('[HI4] a page that is closed asks nothing again, whatever the server answers then', async () => {
  const stage = open();
  let answer = (_given: unknown) => {};
  const request = vi.fn(
    () =>
      new Promise<never>((resolve) => {
        answer = resolve as typeof answer;
      }),
  );
  const ideas = createIdeas({ ...stage.client, request }, owner);
  ideas.write(idea(stage.water, 'Payer'));
  ideas.destroy();
  expect(request).toHaveBeenCalledOnce();
  answer({ ok: false, error: 'storage' });
  await pass(60_000);
  expect(request).toHaveBeenCalledOnce();
});

test.each(['storage', 'too-often'] as const)(
  '[SR15] an idea refused for now (%s) stays on this device, and is asked again',
  async (error) => {
    const stage = open();
    const request = vi.fn(async () => ({ ok: false, error }) as const);
    const ideas = createIdeas({ ...stage.client, request }, owner);
    ideas.write(idea(stage.water, 'Payer'));
    await pass(500);
    expect([request.mock.calls.length, keptIdeas(owner).length]).toEqual([1, 1]);
    await pass(5_000);
    expect([request.mock.calls.length, keptIdeas(owner).length]).toEqual([2, 1]);
    ideas.destroy();
  },
);

test('[HI11] of whoever leaves for good nothing is kept on this device by closing', async () => {
  const stage = open();
  stage.setOnline(false);
  stage.ideas.write(idea(stage.water, 'Payer'));
  await pass(500);
  stage.ideas.write(idea(stage.water, 'Payer mieux'));
  ownOf(owner, 'left').letGo();
  stage.ideas.destroy();
  await pass(500);
  expect(keptIdeas(owner)).toEqual([]);
});

test('[HI4] an idea removed is gone at once, and at the server; one it never had asks for nothing', async () => {
  const { ideas, water, asked, session } = open();
  ideas.write(idea(water, 'Payer'));
  ideas.write(idea(water, ' '));
  await pass(500);
  expect(asked()).toEqual([]);
  ideas.write(idea(water, 'Payer'));
  await pass(500);
  ideas.remove(idea(water, 'Payer'));
  expect(shown(ideas)).toEqual([]);
  await pass(0);
  expect(session.state().ideas.size).toBe(0);
  expect(hasKeptIdeas(owner)).toBe(false);
});

test('[HI5] what is newer than the reveal goes on the action, in both texts', async () => {
  const { ideas, water, reveal, client } = open();
  ideas.write(idea(water, 'Payer '));
  await pass(500);
  ideas.write(idea(water, 'Payer vite', 'i1', 'En vingt jours.'));
  reveal();
  await pass(500);
  const action = client.stores.board.getState().actions.get(FIRST);
  expect(action).toMatchObject({ title: 'Payer vite', description: 'En vingt jours.' });
  expect(shown(ideas)).toEqual([]);
  ideas.write(idea(water, 'Payer très vite', 'i1', 'En vingt jours.'));
  await pass(500);
  expect(client.stores.board.getState().actions.get(FIRST)?.title).toBe('Payer très vite');
  expect(hasKeptIdeas(owner)).toBe(false);
});

test('[HI5] spaces at the ends of a title are nothing newer, whatever the rules', async () => {
  const { ideas, water, reveal, client, startStep } = open();
  ideas.write(idea(water, 'Payer'));
  await pass(500);
  reveal();
  startStep('closed');
  ideas.write(idea(water, ' Payer '));
  await pass(500);
  expect(shown(ideas)).toEqual([]);
  expect(client.stores.board.getState().actions.get(FIRST)?.title).toBe('Payer');
});

test.each<[string, (stage: ReturnType<typeof open>) => void]>([
  [
    'somebody else has written there',
    ({ neighbour }) => {
      neighbour((doc) => {
        openText(doc, FIRST, 'title')?.replace({
          index: 0,
          removed: 5,
          inserted: 'Régler',
        });
        return { ok: true, value: undefined };
      });
    },
  ],
  ['the rules do not allow it', ({ startStep }) => startStep('closed')],
])('[HI5] when %s, what is newer stays with its author', async (_why, happen) => {
  const stage = open();
  const { ideas, water, reveal, client } = stage;
  ideas.write(idea(water, 'Payer'));
  await pass(500);
  reveal();
  happen(stage);
  const before = client.stores.board.getState().actions.get(FIRST)?.title;
  ideas.write(idea(water, 'Payer vite'));
  await pass(500);
  expect(client.stores.board.getState().actions.get(FIRST)?.title).toBe(before);
  expect(ideas.store.getState()).toMatchObject([
    { title: 'Payer vite', state: { kind: 'refused', reason: 'stale' } },
  ]);
  expect(keptIdeas(owner)).toHaveLength(1);
  ideas.dismiss(FIRST);
  expect(shown(ideas)).toEqual([]);
  expect(hasKeptIdeas(owner)).toBe(false);
});

test('[HI6] an idea refused by a step is asked for again in the next one that takes it', async () => {
  const stage = open();
  const { ideas, water, startStep, session } = stage;
  startStep('closed');
  session.setNow(1_900_000_010_000);
  ideas.write(idea(water, 'Payer'));
  await pass(500);
  expect(ideas.store.getState()).toMatchObject([{ state: { kind: 'refused', reason: 'step' } }]);
  startStep('hidden');
  await pass(0);
  expect(shown(ideas)).toEqual([['Payer', 'saved']]);
});

test('[HI6] two tabs of the same person keep their own texts', () => {
  const stage = open();
  stage.setOnline(false);
  const second = stage.open();
  stage.ideas.write(idea(stage.water, 'Payer', 'i1'));
  second.write(idea(stage.climate, 'Isoler', 'i2'));
  expect(
    keptIdeas(owner)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['Isoler', 'Payer']);
  second.destroy();
});
