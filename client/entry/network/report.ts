/**
 * What was tried and what answered, to be handed to whoever looks after a network: as text and as
 * JSON. It holds the origin and nothing else of an address: no board, no secret, nobody's name.
 */
import type { Obstacle, Verdict } from '../../../shared/protocol/obstacles.ts';
import type { NetworkWords } from '../../../shared/text/fr/network.ts';
import type { Check } from './checks.ts';

export interface Report {
  readonly product: 'Gommette';
  /** As `https://host`. */
  readonly origin: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly browser: string;
}

/** @param at milliseconds since 1970 */
export const reportOf = (verdict: Verdict, checks: readonly Check[], at: number): Report => ({
  product: 'Gommette',
  origin: location.origin,
  at: new Date(at).toISOString(),
  verdict,
  checks,
  browser: navigator.userAgent,
});

/** Where nothing is left to try: what the device itself is known to refuse. */
export const refused = (known: Obstacle, missing: readonly string[]): readonly Check[] =>
  known === 'storage' && missing.length > 0
    ? [{ id: 'storage', state: 'bad', answered: missing.join(', '), ms: null }]
    : [];

/** @param day the moment as the reader's clock and language have it */
export function reportText(report: Report, day: string, t: NetworkWords): string {
  const { origin, at, verdict, checks, browser } = report;
  const { title, text } = t.verdicts[verdict];
  const tried = checks.map((check) => `- ${t.checks[check.id]} : ${sentence(check, t)}`);
  return [
    t.noteHead(new URL(origin).host),
    t.noteDate(day, at),
    t.noteFound(`${title}. ${text}`),
    ...(tried.length > 0 ? [t.noteTried] : []),
    ...tried,
    ...(ASKED.includes(verdict) ? [t.noteAsk(origin)] : []),
    t.noteBrowser(browser),
  ].join('\n');
}

/** What the network itself is to change. */
const ASKED: readonly Verdict[] = ['blocked', 'portal', 'fallback'];

const sentence = (check: Check, t: NetworkWords): string =>
  [t.states[check.state], ...factsOf(check, t)].join(', ');

/** What is known of a check beside its state, in words. */
export function factsOf({ id, by, answered, ms }: Check, t: NetworkWords): readonly string[] {
  if (id === 'clock') return ms === null ? [] : [t.clockOff(Math.round(ms / 1_000))];
  const who = answered === '' && by === 'silent' ? t.silent : answered;
  if (by === 'refused') return [t.refused, answered];
  const what = by === undefined && answered !== '' ? t.missing(answered) : who;
  return [...(what === '' ? [] : [what]), ...(ms === null ? [] : [t.ms(ms)])];
}
