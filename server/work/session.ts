/** What a stored session comes to, at one go: as long as its events are many, see `work.ts`. */
import { ok, type Result } from '../../shared/result.ts';
import { replay } from '../../shared/session/evolve.ts';
import type { SessionEvent } from '../../shared/session/session.ts';
import type { SessionState } from '../../shared/session/state.ts';
import {
  FORGETTING,
  type NewerSession,
  readSession,
  type StoredSession,
  storeSession,
} from '../../shared/session/stored.ts';
import type { Entry } from '../store/store.ts';

/** The snapshot of a session, and the events since. */
export interface CurrentSession {
  readonly snapshot: StoredSession | undefined;
  readonly tail: readonly Pick<Entry, 'bytes'>[];
}

/** The snapshot read, and what happened since. */
export function sessionFrom({
  snapshot,
  tail,
}: CurrentSession): Result<SessionState, NewerSession> {
  const before = snapshot && readSession(snapshot);
  if (before?.ok === false) return before;
  return ok(replay(tail.map(eventOf), before?.value));
}

/** The same as one snapshot. */
export function foldSession(current: CurrentSession): Result<StoredSession, NewerSession> {
  const session = sessionFrom(current);
  return session.ok ? ok(storeSession(session.value)) : session;
}

/** Bytes that are read to know it. */
export const sizeOfSession = ({ snapshot, tail }: CurrentSession): number =>
  tail.reduce((sum, { bytes }) => sum + bytes.length, snapshot?.bytes.length ?? 0);

/**
 * Whether something that was told in these events may have to be forgotten: a server that was killed
 * right after a reveal has not done it. Without reading them: once too often does no harm.
 */
export const mayForget = (tail: CurrentSession['tail']): boolean =>
  tail.some(({ bytes }) => FORGETTING.some((type) => Buffer.from(bytes).includes(`"${type}"`)));

/** Events were written by this server, so they are trusted as their type. */
const eventOf = ({ bytes }: Pick<Entry, 'bytes'>): SessionEvent =>
  JSON.parse(new TextDecoder().decode(bytes)) as SessionEvent;
