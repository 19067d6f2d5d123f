import { expect, test } from 'vitest';
import { createQuestions } from '../../../client/sync/questions.ts';
import type { Asked } from '../../../shared/protocol/messages.ts';

const request = { type: 'summon' } as const;

test('[CO10] each question has a number of its own, and the answer of that number', async () => {
  const sent: Asked[] = [];
  const questions = createQuestions();
  const send = (asked: Asked) => sent.push(asked) > 0;
  const [one, two] = [questions.ask(request, send), questions.ask(request, send)];
  expect(sent).toEqual([
    { id: 1, request },
    { id: 2, request },
  ]);
  questions.answered({ id: 2 });
  questions.answered({ id: 1, refused: 'role' });
  expect(await one).toEqual({ ok: false, error: 'role' });
  expect(await two).toEqual({ ok: true, value: undefined });
});

test('[CO10] an answer that comes while the question is sent is not lost', async () => {
  const questions = createQuestions();
  const send = ({ id }: Asked) => {
    questions.answered({ id });
    return true;
  };
  expect(await questions.ask(request, send)).toEqual({ ok: true, value: undefined });
});

test('[CO10] an answer nobody waits for, or that comes twice, changes nothing', async () => {
  const questions = createQuestions();
  const send = () => true;
  const answer = questions.ask(request, send);
  questions.answered({ id: 9 });
  questions.answered({ id: 1 });
  questions.answered({ id: 1, refused: 'role' });
  expect(await answer).toEqual({ ok: true, value: undefined });
});

test('[CO10] without a connection, and once it is lost, the answer is "offline"', async () => {
  let isOpen = false;
  const questions = createQuestions();
  const send = () => isOpen;
  expect(await questions.ask(request, send)).toEqual({ ok: false, error: 'offline' });
  isOpen = true;
  const waiting = [questions.ask(request, send), questions.ask(request, send)];
  questions.lost();
  expect(await Promise.all(waiting)).toEqual([
    { ok: false, error: 'offline' },
    { ok: false, error: 'offline' },
  ]);
  const next = questions.ask(request, send);
  questions.answered({ id: 4 });
  expect(await next).toEqual({ ok: true, value: undefined });
});
