/** What somebody may do now, in one sentence. */
import type { SessionView } from '../../../shared/session/view.ts';
import type { PageWords } from '../../../shared/text/fr/page.ts';

export type AllowedView = Pick<SessionView, 'role' | 'rules' | 'frozen' | 'steps' | 'current'>;

export function allowedWords(
  { role, rules, frozen, steps, current }: AllowedView,
  t: PageWords['step'],
): string {
  if (role === 'facilitator') return t.leads;
  if (role === 'observer') return t.watches;
  if (frozen) return frozen === 'timer' ? t.frozenByTimer : t.frozen;
  return t.allowed(rules, steps.find(({ id }) => id === current)?.anonymous);
}
