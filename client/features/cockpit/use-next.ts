/** What the workshop needs next, drawn anew as time goes by. */
import { useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { type Next, nextAct } from '../../../shared/session/lead/next.ts';
import { useBoard, useSession } from '../../state/hooks.ts';
import { useServerNow } from '../../state/session-hooks.ts';

/** Planned minutes pass slowly. */
const everyMs = 5_000;

export function useNext(): Next {
  const session = useSession((now) => now);
  const now = useServerNow(everyMs);
  const isUndealt = useBoard(isUndealtIn);
  return useMemo(
    () => (session ? nextAct({ ...session, isUndealt }, now) : { act: 'prepare' as const }),
    [session, isUndealt, now],
  );
}

/** There are sheets, and nobody at all was asked to fill one. */
const isUndealtIn = ({ numbers, actions }: Board): boolean =>
  numbers.size > 0 && [...numbers.keys()].every((id) => actions.get(id)?.assignedTo === undefined);
