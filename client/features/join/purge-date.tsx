/** Until when a workshop is kept, said before anybody writes in it. */
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './join.css';

/** @param at milliseconds since 1970 */
export function PurgeDate({ at }: { readonly at: number }) {
  const { join } = useWords();
  const { language } = usePreferences();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(at);
  return <p className="purge-date">{join.purgeDate(day)}</p>;
}
