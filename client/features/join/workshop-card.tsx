/** What somebody at the door may know of the workshop, under its title. */
import type { BoardDoor } from '../../../shared/protocol/http.ts';
import { longDate } from '../../state/dates.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Notice } from '../../ui/notice.tsx';
import './join.css';

export function WorkshopCard({ door }: { readonly door: BoardDoor }) {
  const { join } = useWords();
  const { subtitle, territory, notice, purgeAt } = door;
  return (
    <div className="door">
      {(subtitle || territory) && (
        <p className="door-place" translate="no">
          {[subtitle, territory].filter(Boolean).join(' · ')}
        </p>
      )}
      {notice && (
        <Notice tone="info" title={join.notice}>
          <p className="door-notice" translate="no">
            {notice}
          </p>
        </Notice>
      )}
      <PurgeDate at={purgeAt} />
    </div>
  );
}

/** Until when a workshop is kept, said before anybody writes in it. */
/** @param at milliseconds since 1970 */
export function PurgeDate({ at }: { readonly at: number }) {
  const { join } = useWords();
  const { language } = usePreferences();
  return <p className="purge-date">{join.purgeDate(longDate(at, language))}</p>;
}
