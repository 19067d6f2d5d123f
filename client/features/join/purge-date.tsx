/** Until when a workshop is kept, said before anybody writes in it. */
import { longDate } from '../../state/dates.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './join.css';

/** @param at milliseconds since 1970 */
export function PurgeDate({ at }: { readonly at: number }) {
  const { join } = useWords();
  const { language } = usePreferences();
  return <p className="purge-date">{join.purgeDate(longDate(at, language))}</p>;
}
