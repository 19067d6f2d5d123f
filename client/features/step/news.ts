/**
 * What changed of the session, in the words that say it to whoever listens: one table, a row for
 * each act of facilitation, a sentence for each act. Nothing is said of how many hidden ideas there
 * are; those that a reveal shows are told by `features/ideas`, which offers to bring them together.
 */
import { momentOf } from '../../../shared/session/lead/moment.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import type { RoundView } from '../../../shared/session/votes/view.ts';
import type { PageWords } from '../../../shared/text/fr/page.ts';
import type { saidFr } from '../../../shared/text/fr/said.ts';
import type { Translated } from '../../../shared/text/texts.ts';
import { allowedWords, insteadOf } from '../../state/asked.ts';

export interface SaidWords {
  readonly step: PageWords['step'];
  readonly said: Translated<typeof saidFr>;
}
type Row = (before: SessionView, now: SessionView, words: SaidWords) => string | null;

/** The first of these that has changed stands for the others: its sentence says what they would. */
const WHAT_IS_ASKED: readonly Row[] = [
  (before, now, words) => (before.current === now.current ? null : stepBegun(now, words)),
  ({ frozen }, now, { step }) =>
    frozen !== null || now.frozen === null ? null : pauseBegun(now, step),
  ({ frozen }, now, { step, said }) =>
    frozen === null || now.frozen !== null ? null : said.resumed(allowedWords(now, step)),
];

const VOTES: readonly Row[] = [
  (before, now, { said }) => {
    const closed = openIn(before);
    const isClosed = closed && now.rounds.some(({ id, result }) => id === closed.id && result);
    return isClosed ? said.voteClosed(closed.title) : null;
  },
  (before, now, { said }) => {
    const open = openIn(now);
    if (!open || before.rounds.some(({ id }) => id === open.id)) return null;
    const mine = now.rules.vote === 'open' && now.frozen === null ? open.mine : undefined;
    return said.voteOpened(open.title, mine?.budget ?? 0, mine?.cap ?? 0);
  },
];

/** @returns what is to be said, in the order in which it is best understood; nothing for no news */
export function newsOf(before: SessionView, now: SessionView, words: SaidWords): readonly string[] {
  const tell = (row: Row) => row(before, now, words);
  const asked = WHAT_IS_ASKED.map(tell).find((sentence) => sentence !== null) ?? null;
  return [asked, ...VOTES.map(tell)].filter((sentence) => sentence !== null);
}

function pauseBegun(now: SessionView, t: PageWords['step']): string {
  if (momentOf(now) === 'ended') return t.moments.ended.asked;
  return now.frozen === 'timer' ? t.frozenByTimer : t.frozen;
}

function stepBegun(now: SessionView, { step: t }: SaidWords): string {
  const place = now.steps.findIndex(({ id }) => id === now.current);
  const step = now.steps[place];
  const [name, consigne] = step
    ? [t.named(place + 1, step.title), insteadOf(now, t) ?? step.instruction]
    : [t.free, now.role === 'observer' ? '' : t.consigne[now.role]];
  return [name, consigne, allowedWords(now, t)].filter(Boolean).map(ended).join(' ');
}

/** A voice rests where a sentence ends: a title has no full stop of its own. */
const ended = (text: string): string => (/[.!?…:;]\s*$/u.test(text) ? text : `${text}.`);

const openIn = ({ rounds }: SessionView): RoundView | undefined =>
  rounds.find(({ closedAt }) => closedAt === null);

/** Minutes left at which the time is told. */
const TOLD_AT: readonly number[] = [10, 5, 2, 1];

/**
 * Which mark of the timer was passed.
 * @param before @param left milliseconds
 * @returns minutes, 0 once it is over; undefined for none
 */
export function markPassed(before: number, left: number): number | undefined {
  if (left >= before) return undefined;
  if (left === 0) return 0;
  // The last one: a page that slept tells the time it is, not those it slept through.
  return TOLD_AT.findLast((minutes) => before > minutes * 60_000 && left <= minutes * 60_000);
}
