/**
 * Takes those who follow to the picture that the facilitators show, and back to the wall after it.
 * Whoever is writing stays where they are; facilitators go where they choose.
 */
import { useEffect, useRef } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { Focus } from '../../shared/session/attention/focus.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { meIn, useSession } from '../state/hooks.ts';
import { isWriting } from '../ui/is-writing.ts';
import { closeSynthesis, openSynthesis } from './routes.ts';

type FocusView = Extract<Focus, { readonly kind: 'view' }>['view'];

/** The ranking has a window of its own, under the consigne; the board is the wall. */
const PICTURES: Readonly<Partial<Record<FocusView, SynthesisView>>> = {
  coverage: 'coverage',
  matrix: 'levels',
  deadlines: 'deadlines',
  indicators: 'indicators',
  missing: 'missing',
};

export function useFollowedView(boardId: BoardId): void {
  const follows = useSession((session) => meIn(session)?.follows ?? true);
  const goesAlong = useSession((session) => session?.role !== 'facilitator') && follows;
  const focus = useSession((session) => session?.focus ?? null);
  const shown = goesAlong && focus?.kind === 'view' ? (PICTURES[focus.view] ?? null) : null;
  const before = useRef<SynthesisView | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = shown;
    if (shown === last || isWriting()) return;
    if (shown) openSynthesis(boardId, shown);
    else closeSynthesis(boardId);
  }, [boardId, shown]);
}
