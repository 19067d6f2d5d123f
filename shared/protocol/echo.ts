/**
 * What the server says back to a page that tries its network: nothing of any board, and to anybody.
 * `GET /api/echo` answers at once. Where the frames of boards travel, so that what stops them stops
 * this too: `POST /sync/-echo` takes a body, waits, and answers its length; a WebSocket there sends each
 * message back. No board has that name: no identifier begins so.
 */
import * as v from 'valibot';

export const ECHO_PATH = '/api/echo';
export const ECHO_SYNC_PATH = '/sync/-echo';

export const ECHO = {
  /** The longest body that is taken. */
  maxBodyBytes: 64 * 1_024,
  /** How long an answer to a body waits, as one to a poll does. */
  waitMs: 1_000,
  /** The longest message of a socket. */
  maxMessageBytes: 1_024,
  /** Then a socket is closed. */
  maxMessages: 8,
  socketMs: 15_000,
  /** Bodies that wait and sockets, of everybody together. */
  maxOpen: 200,
  /** Of one address: each page takes two, for a second; a room behind one address tries again. */
  maxOpenOfAddress: 20,
  /** A body that takes longer to come is not waited for. */
  bodyMs: 5_000,
} as const;

/** What it answers: who it is, its clock in milliseconds since 1970, the bytes it was sent. */
export const echoSchema = v.object({
  echo: v.literal('gommette'),
  now: v.number(),
  bytes: v.number(),
});
export type Echo = v.InferOutput<typeof echoSchema>;
