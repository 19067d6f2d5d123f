/** The session as the server would tell it to somebody, without a server. */

import type { Present } from '../../shared/session/present.ts';
import { EMPTY_SESSION, type SessionState } from '../../shared/session/state.ts';
import { type SessionView, viewFor } from '../../shared/session/view.ts';

/** @param others everybody there, the viewer included; the viewer alone when not given */
export const sessionView = (
  viewer: Present,
  present: readonly Present[] = [viewer],
  state: Partial<SessionState> = {},
): SessionView =>
  viewFor(viewer, {
    state: { ...EMPTY_SESSION, ...state },
    present,
    entryCode: null,
    now: 1_900_000_000_000,
  });

/** Somebody as others see them who has no table, no hand up, and looks where the others look. */
export const seen = <Person extends Present>(person: Person) => ({
  ...person,
  seats: 1,
  hand: null,
  done: false,
  follows: true,
});
