/** The session as far as the disk has it: what people may be told. */
import type { SessionState } from '../../../shared/session/state.ts';

/** Read by whoever tells people; written by the session host alone. */
export interface Announced {
  session: SessionState;
}
