/** Hidden ideas on an open board: fetched when the session, or this device, has any to show. */
import { memo, useState } from 'react';
import type { OpenedWorkshop } from '../state/device.ts';
import { useSession } from '../state/hooks.ts';
import { hasKeptIdeas, ownerIn } from '../state/kept-ideas.ts';
import { usePicker } from '../state/use-picking.ts';
import { useFetched } from '../ui/lazy-part.tsx';
import { PARTS } from './parts.ts';

export const BoardIdeas = memo(function BoardIdeas({ workshop }: IdeasOf) {
  const { compare } = usePicker();
  const owner = ownerIn(workshop);
  const IdeasWatch = useFetched(PARTS.ideasWatch, useHasIdeas(workshop));
  return IdeasWatch && owner && <IdeasWatch owner={owner} onSeeAlike={compare} />;
});

interface IdeasOf {
  readonly workshop: OpenedWorkshop;
}

/**
 * Whether ideas are written in hiding now, wait for their reveal, were just revealed, or are kept
 * here. Once they were they stay on the page: somebody may still be writing in one.
 */
export function useHasIdeas(workshop: OpenedWorkshop): boolean {
  const [had, setHad] = useState(() => {
    const owner = ownerIn(workshop);
    return owner !== null && hasKeptIdeas(owner);
  });
  const has = useSession(
    (session) =>
      session !== null &&
      (session.rules.writing === 'hidden' ||
        session.drafts.writers > 0 ||
        session.drafts.mine.length > 0 ||
        session.lastReveal !== null),
  );
  if (has && !had) setHad(true);
  return has || had;
}
