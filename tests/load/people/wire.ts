/**
 * Frames as the servers speak them: the y-websocket protocol, ours being that with types of its
 * own, and Hocuspocus, where the board's name comes before each frame.
 */
import { inflateSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  type Answer,
  decodeJson,
  decodeSaved,
  MESSAGE,
  type SessionChange,
  SYNC,
} from '../../../shared/protocol/messages.ts';

export type Dialect = 'ours' | 'y-websocket' | 'hocuspocus';

export type Incoming =
  | { readonly kind: 'step1' | 'update' | 'presence'; readonly payload: Uint8Array }
  | { readonly kind: 'step2'; readonly payload: Uint8Array; readonly version: 1 | 2 }
  /** So many sync frames of this connection are kept, as the server says. */
  | { readonly kind: 'saved'; readonly updates: number }
  /** One more is, where the server does not count. */
  | { readonly kind: 'saved-one' }
  | { readonly kind: 'refused'; readonly text: string }
  /** What was asked of the session is granted or not; and what has changed of it, read when wanted. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'session'; readonly read: () => SessionChange }
  | { readonly kind: 'other' };

export interface Wire {
  /** What a server wants to hear before anything else. */
  readonly hello: readonly Uint8Array[];
  readonly sync: (type: keyof typeof SYNC, payload: Uint8Array) => Uint8Array;
  readonly presence: (payload: Uint8Array) => Uint8Array;
  readonly read: (data: Uint8Array) => Incoming;
}

/** Types of Hocuspocus beside the common ones. */
const HOCUSPOCUS = { auth: 2, syncReply: 4, syncStatus: 8 } as const;
const OTHER: Incoming = { kind: 'other' };

export function wireOf(dialect: Dialect, board: string, token: string): Wire {
  const prefix = dialect === 'hocuspocus' ? addressed(board) : new Uint8Array();
  const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, prefix);
      write(encoder);
    });
  const login = frame((encoder) => {
    encoding.writeVarUint(encoder, HOCUSPOCUS.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, token);
  });
  return {
    hello: dialect === 'hocuspocus' ? [login] : [],
    sync: (type, payload) =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        encoding.writeVarUint(encoder, SYNC[type]);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    presence: (payload) =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.presence);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    read: (data) => {
      const decoder = decoding.createDecoder(data);
      decoder.pos = prefix.length;
      return readFrame(decoder, dialect);
    },
  };
}

const addressed = (board: string): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarString(encoder, board));

const SYNC_KINDS = ['step1', 'step2', 'update', 'step2V2'] as const;

function readFrame(decoder: decoding.Decoder, dialect: Dialect): Incoming {
  const type = decoding.readVarUint(decoder);
  if (dialect === 'ours' && type === MESSAGE.deflated) {
    const frame = inflateSync(decoding.readTailAsUint8Array(decoder));
    return readFrame(decoding.createDecoder(frame), dialect);
  }
  if (type === MESSAGE.sync || (dialect === 'hocuspocus' && type === HOCUSPOCUS.syncReply))
    return readSync(decoder);
  if (type === MESSAGE.presence)
    return { kind: 'presence', payload: decoding.readVarUint8Array(decoder) };
  if (dialect === 'ours' && type === MESSAGE.saved)
    return { kind: 'saved', updates: decodeSaved(decoder).updates };
  if (dialect === 'ours' && type === MESSAGE.refused)
    return { kind: 'refused', text: decoding.readVarString(decoder) };
  if (dialect === 'ours' && type === MESSAGE.answer)
    return { kind: 'answer', answer: decodeJson<Answer>(decoder) };
  if (dialect === 'ours' && type === MESSAGE.session)
    return { kind: 'session', read: () => decodeJson<SessionChange>(decoder) };
  if (dialect === 'hocuspocus' && type === HOCUSPOCUS.syncStatus)
    return decoding.readVarUint(decoder) === 1
      ? { kind: 'saved-one' }
      : { kind: 'refused', text: 'status 0' };
  return OTHER;
}

function readSync(decoder: decoding.Decoder): Incoming {
  const kind = SYNC_KINDS[decoding.readVarUint(decoder)];
  if (!kind) return OTHER;
  const payload = decoding.readVarUint8Array(decoder);
  if (kind === 'step2V2') return { kind: 'step2', payload, version: 2 };
  return kind === 'step2' ? { kind, payload, version: 1 } : { kind, payload };
}
