import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askInTurn } from '../../../client/state/in-turn.ts';
import type { Answer, HttpProblem } from '../../../client/sync/http.ts';
import { err, ok } from '../../../shared/result.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const refused = (waitSeconds?: number): Answer<string> => {
  const problem: HttpProblem = { status: 429, code: 'too-often', message: 'Trop de demandes.' };
  return err(waitSeconds === undefined ? problem : { ...problem, waitSeconds });
};

/** Asks what answers in turn, and notes at which second it was asked and how many were shown. */
function asking(...answers: readonly Answer<string>[]) {
  const [left, shown, asked] = [[...answers], [] as (number | null)[], [] as number[]];
  const startedAt = Date.now();
  let isLeft = false;
  const ask = async () => {
    asked.push((Date.now() - startedAt) / 1_000);
    return left.shift() ?? ok('trop');
  };
  const answer = askInTurn(
    ask,
    (seconds) => shown.push(seconds),
    () => isLeft,
  );
  return {
    answer,
    asked,
    shown,
    leave: () => {
      isLeft = true;
    },
  };
}

test('[JN5] it is asked again when the server says, with the seconds counted', async () => {
  const { answer, asked, shown } = asking(refused(3), refused(1), ok('dedans'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toEqual(ok('dedans'));
  expect(asked).toEqual([0, 3, 4]);
  expect(shown).toEqual([3, 2, 1, null, 1, null]);
});

test('[JN5] an answer that says no time is waited for five seconds', async () => {
  const { answer, asked } = asking(refused(), ok('dedans'));
  await vi.advanceTimersByTimeAsync(10_000);
  await answer;
  expect(asked).toEqual([0, 5]);
});

test('[JN5] what is refused for another reason is not asked again', async () => {
  const other = err({ status: 401, code: 'unauthorized', message: '', waitSeconds: 9 });
  const { answer, asked, shown } = asking(other);
  expect(await answer).toEqual(other);
  expect([asked, shown]).toEqual([[0], []]);
});

test('[JN5] once the page has gone it is asked no more', async () => {
  const { answer, asked, leave } = asking(refused(3), ok('dedans'));
  await vi.advanceTimersByTimeAsync(1_500);
  leave();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toEqual(refused(3));
  expect(asked).toEqual([0]);
});
