/** The first page, put together: what was created or imported shows its links before one enters. */
import { useEffect, useRef, useState } from 'react';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { accessibilityWords } from '../../shared/text/fr/accessibility.ts';
import { homeWords } from '../../shared/text/fr/home.ts';
import { late } from '../browser/late.ts';
import { CreationKeyDialog } from '../features/home/creation-key-dialog.tsx';
import { Home, HomeLead } from '../features/home/home.tsx';
import { FaultList } from '../features/import/fault-list.tsx';
import { ImportWorkshop } from '../features/import/import-workshop.tsx';
import { LinksDialog } from '../features/join/links-dialog.tsx';
import { PurgeDate } from '../features/join/workshop-card.tsx';
import { useAskedKey } from '../state/asked-key.ts';
import { useKeptElsewhere } from '../state/kept-elsewhere.ts';
import { useWords } from '../state/words.ts';
import { useFetched } from '../ui/lazy-part.tsx';
import { AccessibilityLink, Page } from './page.tsx';
import { goTo, workshopPath } from './routes.ts';
import { useDeclared } from './use-declared.ts';

/** Not in the table of parts, which this page is in itself. */
const keptElsewhere = late(() =>
  import('../features/kept/kept-elsewhere.tsx').then((file) => file.KeptElsewhere),
);

export function HomePage() {
  const home = useWords(homeWords);
  const { join } = useWords();
  const [created, setCreated] = useState<BoardCreated>();
  const askedKey = useAskedKey();
  const kept = useKeptElsewhere();
  const KeptElsewhere = useFetched(keptElsewhere, kept.length > 0);
  return (
    <Page title={home.title} lead={<HomeLead />} width="wide" foot={<Mention />}>
      {KeptElsewhere && <KeptElsewhere boards={kept} pathOf={workshopPath} />}
      <Home onCreated={setCreated} onOpen={(boardId) => goTo(workshopPath(boardId))}>
        <ImportWorkshop onCreated={setCreated} />
      </Home>
      {askedKey && <CreationKeyDialog key={String(askedKey.isWrong)} {...askedKey} />}
      {created && (
        <LinksDialog
          title={join.readyTitle}
          links={created.links}
          onClose={() => setCreated(undefined)}
          onEnter={() => goTo(workshopPath(created.boardId))}
        >
          <PurgeDate at={created.purgeAt} />
          {created.faults.length > 0 && <FaultList faults={created.faults} />}
        </LinksDialog>
      )}
    </Page>
  );
}

/** The law wants the state itself in sight on the first page: asked for when it comes into sight. */
function Mention() {
  const { mention } = useWords(accessibilityWords);
  const [isSeen, setSeen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!place.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((seen) =>
      setSeen((was) => was || seen.some(({ isIntersecting }) => isIntersecting)),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const statement = useDeclared(isSeen);
  return (
    <span ref={place}>
      {statement ? <AccessibilityLink words={mention[statement.state]} /> : <AccessibilityLink />}
    </span>
  );
}
