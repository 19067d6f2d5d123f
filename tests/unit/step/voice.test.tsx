/** What the page says aloud of the session and of its connection, and when. */
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StepBand } from '../../../client/features/step/step-band.tsx';
import { Voice } from '../../../client/features/step/voice.tsx';
import type { Connection } from '../../../client/sync/connection.ts';
import { pageToasts } from '../../../client/ui/toast-queue.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { createBoardHarness, renderOnBoard } from '../../support/board-harness.tsx';
import { PEOPLE, start, stepOf } from '../../support/session-people.ts';

/** All that was announced or shown since the page came, in order. */
const said: string[] = [];
let stop: () => void = () => {};
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  vi.setSystemTime(1_900_000_000_000);
  said.length = 0;
  stop = pageToasts.store.subscribe(({ spoken, toasts }, before) => {
    if (spoken !== before.spoken) said.push(spoken.text);
    if (toasts.length > before.toasts.length) said.push(toasts.at(-1)?.text ?? '');
  });
});
afterEach(() => {
  stop();
  for (const { id } of pageToasts.store.getState().toasts) pageToasts.dismiss(id);
  vi.useRealTimers();
});

function openVoice() {
  const board = createBoardHarness('participant');
  const steps = [stepOf('tour', FREE_RULES, { title: 'Tour' }), stepOf('fiches', FREE_RULES)];
  board.ask({ type: 'steps-set', steps }, PEOPLE.ana);
  board.ask(start('tour'), PEOPLE.ana);
  const be = (connection: Connection) =>
    act(() => board.client.stores.connection.setState(connection, true));
  be({ state: 'live', unsaved: false, savedAt: 0 });
  renderOnBoard(board, <Voice />);
  return { ...board, be };
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const offline = (kept: boolean): Connection => ({ state: 'offline', kept, since: 0 });

test('[HE6] nothing is said of what already was when the page came', () => {
  openVoice();
  pass(20_000);
  expect(said).toEqual([]);
});

test('[HE1] a step is told once, whatever else changes', () => {
  const board = openVoice();
  board.ask(start('fiches', 'tour'), PEOPLE.ana);
  board.ask({ type: 'hand', up: true });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^Étape 2 · fiches\. Vous pouvez écrire/);
});

test('[HE5] a connection lost is told after five seconds, then its return', () => {
  const { be } = openVoice();
  be(offline(true));
  pass(4_900);
  expect(said).toEqual([]);
  pass(200);
  expect(said).toEqual([
    'Connexion perdue. Continuez : ce que vous écrivez est gardé sur cet appareil.',
  ]);
  be({ state: 'live', unsaved: true, savedAt: null });
  be({ state: 'live', unsaved: false, savedAt: 1 });
  expect(said.slice(1)).toEqual(['Connexion revenue.']);
});

test('[HE5] where the device keeps nothing the page asks to stay open', () => {
  openVoice().be(offline(false));
  pass(5_000);
  expect(said).toEqual([
    'Connexion perdue. Ne fermez pas cette page : ce que vous écrivez y est gardé.',
  ]);
});

test('[HE5] short cuts, however many, are told to nobody', () => {
  const { be } = openVoice();
  for (let times = 0; times < 5; times++) {
    be(offline(true));
    pass(3_000);
    be({ state: 'live', unsaved: false, savedAt: 0 });
    pass(3_000);
  }
  expect(said).toEqual([]);
});

test('[HE4] the marks of a timer are told as they are passed', () => {
  const board = openVoice();
  board.ask({ type: 'timer-start', seconds: 130, effect: 'nothing' }, PEOPLE.ana);
  pass(9_000);
  expect(said).toEqual([]);
  pass(2_000);
  pass(60_000);
  pass(60_000);
  expect(said).toEqual(['Il reste 2 minutes.', 'Il reste 1 minute.', 'Le temps est écoulé.']);
});

test('[HE2] the end of a timer that pauses everybody is told by the pause', () => {
  const board = openVoice();
  board.ask({ type: 'timer-start', seconds: 30, effect: 'pause' }, PEOPLE.ana);
  pass(31_000);
  expect(said).toEqual([]);
  board.session.record({ type: 'timer-ended', at: Date.now() });
  board.ask({ type: 'hand', up: true });
  expect(said).toEqual(['Le temps est écoulé : l’écriture est en pause.']);
});

test('[HE7] the step is a heading under that of the workshop', () => {
  const board = openVoice();
  renderOnBoard(board, <StepBand tools={null} />);
  expect(screen.getByRole('heading', { level: 2, name: 'Étape 1' })).toBeInTheDocument();
});
