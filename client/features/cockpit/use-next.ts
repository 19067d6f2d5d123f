/** What the workshop needs next, drawn anew as time goes by. */
import { useMemo } from 'react';
import { type Next, nextAct } from '../../../shared/session/lead/next.ts';
import { useSession } from '../../state/hooks.ts';
import { useServerNow } from '../../state/session-hooks.ts';

/** Planned minutes pass slowly. */
const everyMs = 5_000;

export function useNext(): Next {
  const session = useSession((now) => now);
  const now = useServerNow(everyMs);
  return useMemo(
    () => (session ? nextAct(session, now) : { act: 'prepare' as const }),
    [session, now],
  );
}
