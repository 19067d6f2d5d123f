/**
 * The session as bytes, for the store, and back. JSON, so that a person with a database tool reads
 * it: a map is `{"$map": [[key, value]…]}`, a set `{"$set": [value…]}`. Whatever a state holds is
 * written, fields of tomorrow too; what is absent when read is as in an empty session.
 */
import { err, ok, type Result } from '../result.ts';
import type { SessionEvent } from './session.ts';
import { EMPTY_SESSION, type SessionState } from './state.ts';

export interface StoredSession {
  /** Version of the form of the bytes. */
  readonly schema: number;
  /** UTF-8 JSON. */
  readonly bytes: Uint8Array;
}
/** Written by a later version of this program. */
export interface NewerSession {
  readonly kind: 'newer-schema';
  readonly version: number;
}

/**
 * Raised when a field means something else than before, with the step from the former version in
 * `readSession`: the events a stored session was made of are gone, and nothing else tells it.
 */
export const SESSION_SCHEMA = 1;

export const storeSession = (state: SessionState): StoredSession => ({
  schema: SESSION_SCHEMA,
  bytes: new TextEncoder().encode(JSON.stringify(state, plain)),
});

/** @param stored as {@link storeSession} wrote it, so trusted as its type */
export function readSession({ schema, bytes }: StoredSession): Result<SessionState, NewerSession> {
  if (schema > SESSION_SCHEMA) return err({ kind: 'newer-schema', version: schema });
  const stored = JSON.parse(new TextDecoder().decode(bytes), rich) as Partial<SessionState>;
  return ok({ ...EMPTY_SESSION, ...stored });
}

/**
 * From these on something that was told before is nobody's to know: who had an idea that was
 * announced as anonymous, or who voted what. It is not in the state, and is to leave the log.
 */
export const FORGETTING: readonly SessionEvent['type'][] = ['revealed', 'round-closed'];

const plain = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
};

/** No object of a session has keys that somebody chose: these are ours alone. */
const rich = (_key: string, value: unknown): unknown => {
  const { $map, $set } = Object(value);
  if ($map) return new Map($map);
  return $set ? new Set($set) : value;
};
