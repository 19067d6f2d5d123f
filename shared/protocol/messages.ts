/**
 * Frames of the socket `/sync/:boardId`. Types 0, 1 and 3 are those of y-websocket (sync, presence,
 * presence query); ours follow. Every frame is binary: a varuint type, then its payload.
 *   client → server  sync · presence · request · ping
 *   server → client  epoch · sync · presence · saved · refused · session · answer · pong · deflated
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { RequestRefusal } from '../session/refusals.ts';
import type { SessionView } from '../session/view.ts';

export const MESSAGE = {
  sync: 0,
  presence: 1,
  queryPresence: 3,
  saved: 10,
  refused: 11,
  session: 12,
  request: 13,
  answer: 14,
  ping: 15,
  pong: 16,
  epoch: 17,
  /** Another frame, as a zlib stream (RFC 1950) up to the end. */
  deflated: 18,
} as const;

/** Sub-types of a sync frame: those of y-protocols, and `step2` in the second version of Yjs' encoding. */
export const SYNC = { step1: 0, step2: 1, update: 2, step2V2: 3 } as const;

/**
 * "What you sent is kept." `updates` counts the sync frames of sub-type step2 or update received on
 * this connection, from 1: all of them up to that number survive a power cut.
 */
export interface Saved {
  readonly updates: number;
  /** Server clock, milliseconds since 1970. */
  readonly at: number;
}

/** Why an update did not enter. The client says it in the person's language. */
export const REFUSALS = [
  'role',
  'step',
  'frame-locked',
  'authorship',
  'schema',
  'too-large',
  'too-many',
  'full',
  'share',
  'storage',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];
export interface Refused {
  readonly reason: RefusalReason;
  /** Number of the refused update, counted as in {@link Saved}. */
  readonly update: number;
}

/** Characters of a question: the longest idea fits. */
const maxRequestLength = 65_536;

/** What somebody asks of the session. `id` is the asker's, for the answer. */
export interface Asked {
  readonly id: number;
  /** A `Request` of `session/requests.ts`: read by the server before it is believed. */
  readonly request: unknown;
}
/** Granted, and durable by now, when `refused` is absent. */
export interface Answer {
  readonly id: number;
  readonly refused?: RequestRefusal;
}
/** Keys of a view that are lists of items with an id: told by the items that changed. */
export const LISTS = ['people', 'rounds'] as const;
/** What has changed for this person since the last one; the first of a connection has everything. */
export type SessionChange = Partial<SessionView> & {
  /** Items of {@link LISTS} that are other than before, in their places, and new ones, at the end. */
  readonly items?: Partial<Pick<SessionView, (typeof LISTS)[number]>>;
};

/**
 * What somebody knows after a change. Who one is never changes, so only a whole view says it: what
 * that one leaves out is hidden from the person now, whatever an earlier connection told.
 */
export function viewAfter(
  before: SessionView | null,
  { items, ...change }: SessionChange,
): SessionView {
  const after = { ...(change.me === undefined && before), ...change } as SessionView;
  const { people, rounds } = items ?? {};
  return {
    ...after,
    ...(people && { people: withItems(after.people, people) }),
    ...(rounds && { rounds: withItems(after.rounds, rounds) }),
  };
}

const withItems = <Item extends { readonly id: string }>(
  list: readonly Item[],
  items: readonly Item[],
): Item[] => [...new Map([...list, ...items].map((item) => [item.id, item])).values()];

export const encodeSaved = ({ updates, at }: Saved): Uint8Array =>
  frame(MESSAGE.saved, (encoder) => {
    encoding.writeVarUint(encoder, updates);
    encoding.writeVarUint(encoder, at);
  });
/** Reads what follows the type. Throws on a truncated frame. */
export const decodeSaved = (decoder: decoding.Decoder): Saved => ({
  updates: decoding.readVarUint(decoder),
  at: decoding.readVarUint(decoder),
});

/** The first frame of the server but for a pong: the epoch of all it will send here. */
export const encodeEpoch = (epoch: string): Uint8Array =>
  frame(MESSAGE.epoch, (encoder) => encoding.writeVarString(encoder, epoch));
/** Reads what follows the type. Throws on a truncated frame. */
export const decodeEpoch = (decoder: decoding.Decoder): string => decoding.readVarString(decoder);

export const encodeRefused = (refused: Refused): Uint8Array => json(MESSAGE.refused, refused);
export const encodeSession = (change: SessionChange): Uint8Array => json(MESSAGE.session, change);
export const encodeAsked = (asked: Asked): Uint8Array<ArrayBuffer> => json(MESSAGE.request, asked);
export const encodeAnswer = (answer: Answer): Uint8Array => json(MESSAGE.answer, answer);
/**
 * Reads what follows the type, from a page: undefined when it is no question. A request that is
 * longer than any should be is left out unread. Throws on a truncated frame and on what is no JSON.
 */
export function decodeAsked(decoder: decoding.Decoder): Asked | undefined {
  const text = decoding.readVarString(decoder);
  if (text.length > maxRequestLength) return tooLong(text);
  const asked: unknown = JSON.parse(text);
  if (typeof asked !== 'object' || asked === null || !('id' in asked)) return undefined;
  const { id } = asked;
  if (!Number.isSafeInteger(id)) return undefined;
  return { id: Number(id), request: 'request' in asked ? asked.request : undefined };
}

/** Its number is read where {@link encodeAsked} writes it: the rest could take long to parse. */
function tooLong(text: string): Asked | undefined {
  const id = /^\{"id":(\d{1,15}),/.exec(text)?.[1];
  return id === undefined ? undefined : { id: Number(id), request: undefined };
}

/** Reads the JSON that follows the type: written by the server alone, so trusted as its type. */
export const decodeJson = <Value extends Refused | SessionChange | Answer>(
  decoder: decoding.Decoder,
): Value => JSON.parse(decoding.readVarString(decoder)) as Value;

export const PING = frame(MESSAGE.ping, () => {});
/** @param at the server's clock, milliseconds since 1970 */
export const encodePong = (at: number): Uint8Array =>
  frame(MESSAGE.pong, (encoder) => encoding.writeVarUint(encoder, at));
/** Reads what follows the type. Throws on a truncated frame. */
export const decodePong = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder);

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function json(type: number, value: unknown): Uint8Array<ArrayBuffer> {
  return frame(type, (encoder) => encoding.writeVarString(encoder, JSON.stringify(value)));
}
