/** How to join, which page this is, and how many are here. */
import { showCode } from '../../../shared/session/entry-code.ts';
import type { PersonView } from '../../../shared/session/present.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useGroups, useHeadCount } from '../../state/groups.ts';
import { usePeople, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './projector.css';
import './footer.css';

export interface FooterProps {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Whether the way in stands here and not in large above. */
  readonly showsEntry: boolean;
}

/** As many as stand on one line between the way in and the people. */
const mostDots = 20;

export function Footer({ page, pages, showsEntry }: FooterProps) {
  const t = useWords(projectionWords);
  const code = useSession((session) => session?.entryCode ?? null);
  const here = usePeople().filter(isHere);
  const groups = useGroups().length;
  const tables = groups || here.filter(({ seats }) => seats > 1).length;
  const count = useHeadCount();
  return (
    <footer className="projector-foot">
      <div className="projector-entry">
        {code && showsEntry && (
          <div>
            <p className="projector-quiet">
              {t.join} {t.joinAt(location.host)}
            </p>
            <p className="projector-code">{showCode(code)}</p>
          </div>
        )}
      </div>
      {pages > mostDots && <p className="projector-pages">{t.page(page + 1, pages)}</p>}
      {pages > 1 && pages <= mostDots && (
        <p className="projector-figure" aria-hidden="true">
          {page + 1} / {pages}
        </p>
      )}
      {pages > 1 && pages <= mostDots && (
        <ol className="projector-dots" aria-label={t.page(page + 1, pages)}>
          {Array.from({ length: pages }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place
            <li key={place} data-here={place === page ? '' : undefined} />
          ))}
        </ol>
      )}
      <div className="projector-people">
        <p>{t.people(count)}</p>
        {tables > 0 && <p>{t.tables(tables)}</p>}
      </div>
    </footer>
  );
}

const isHere = ({ role, clients }: PersonView): boolean =>
  role === 'participant' && clients.length > 0;

/** The home page with the code already typed; after `#`, so that no log on the way keeps it. */
export const entryAddress = (code: string): string => `${location.origin}/#code=${code}`;
