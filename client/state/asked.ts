/** What is asked of people now, and what they may do: the consigne of the step, while it is possible. */
import { momentOf } from '../../shared/session/lead/moment.ts';
import type { SessionView } from '../../shared/session/view.ts';
import type { PageWords } from '../../shared/text/fr/page.ts';

/** @returns what stands in the place of the consigne of the step; null while that can be done */
export const insteadOf = (session: SessionView, t: PageWords['step']): string | null =>
  momentWords(session, t)?.asked ?? null;

/** What somebody may do now, in one sentence. */
export function allowedWords(session: SessionView, t: PageWords['step']): string {
  const { role, rules, frozen, steps, current } = session;
  if (role === 'facilitator') return t.leads;
  if (role === 'observer') return t.watches;
  const may = momentWords(session, t)?.may;
  if (may) return may;
  if (frozen) return frozen === 'timer' ? t.frozenByTimer : t.frozen;
  return t.allowed(rules, steps.find(({ id }) => id === current)?.anonymous);
}

const momentWords = (session: SessionView, { moments }: PageWords['step']) => {
  const moment = momentOf(session);
  return moment in moments ? moments[moment as keyof typeof moments] : null;
};
