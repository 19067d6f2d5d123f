/** Why things cannot be put back now: said once at the foot of the window when it is so for all. */
import type { KeptItem } from '../../state/kept-shown.ts';
import type { Hands, Later } from './hands.ts';

/** Of the sentence at the foot; there is one window at a time. */
export const laterId = 'kept-later';
/** Of the sentence beside one thing. */
export const laterIdOf = ({ key }: KeptItem): string => `${laterId}-${key}`;

/** The reason that holds for each of them; null when some can be put back, or reasons differ. */
export function laterOfAll(items: readonly KeptItem[], laterOf: Hands['laterOf']): Later | null {
  const [first, ...others] = new Set(items.map(laterOf));
  return others.length === 0 ? (first ?? null) : null;
}
