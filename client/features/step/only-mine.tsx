/**
 * One's own sheets alone, or the whole board, at one press. Where groups work apart the page begins
 * with their own: the others are one press away.
 */
import { useContext, useEffect, useRef } from 'react';
import { isNoFilter, NO_FILTER } from '../../../shared/finding/filter.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import type { Finding } from '../../state/finding.ts';
import { useMe } from '../../state/hooks.ts';
import { useStep } from '../../state/session-hooks.ts';
import { FindingContext, useFilter } from '../../state/use-finding.ts';
import { useWords } from '../../state/words.ts';
import { isWriting } from '../../ui/is-writing.ts';

/** Nothing where nobody can look for anything. */
export function OnlyMine() {
  const finding = useContext(FindingContext);
  return finding && <Toggle {...finding} />;
}

function Toggle({ setFilter }: Pick<Finding, 'setFilter'>) {
  const { mine: t } = useWords(groupsWords);
  const filter = useFilter();
  useOwnFirst(setFilter);
  const isOnly = filter.mine === 'sheets';
  return (
    <button
      type="button"
      className="my-sheets-only"
      aria-pressed={isOnly}
      onClick={() =>
        setFilter(isOnly ? { ...filter, mine: null } : { ...NO_FILTER, mine: 'sheets' })
      }
    >
      {t.onlyYours}
    </button>
  );
}

/** Once for each step, and never under the hands of whoever writes or looks for something. */
function useOwnFirst(setFilter: Finding['setFilter']): void {
  const filter = useFilter();
  const step = useStep()?.step;
  const isInGroup = useMe()?.groupId !== undefined;
  const apartIn = isInGroup && step?.kind === 'sheets' ? step.id : null;
  const begunIn = useRef<string | null>(null);
  useEffect(() => {
    if (begunIn.current === apartIn) return;
    const wasApart = begunIn.current !== null;
    begunIn.current = apartIn;
    if (apartIn !== null && isNoFilter(filter) && !isWriting())
      setFilter({ ...NO_FILTER, mine: 'sheets' });
    // What the step began with ends with it.
    else if (apartIn === null && wasApart && filter.mine === 'sheets')
      setFilter({ ...filter, mine: null });
  }, [apartIn, filter, setFilter]);
}
