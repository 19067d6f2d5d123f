/** What a frame from a page says; what it means to a board is the room's business. */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { type Asked, decodeAsked, MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';

export type Incoming =
  /** It has that much of the board, and asks for the rest. */
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  /** `isAnswer`: to the server's own step1. */
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'presence'; readonly payload: Uint8Array }
  | { readonly kind: 'presence-query' }
  | { readonly kind: 'request'; readonly asked: Asked }
  | { readonly kind: 'ping' };

/** An update as a room is given it. */
export interface Update {
  readonly bytes: Uint8Array;
  /** Of the update on its connection, from 1. */
  readonly number: number;
  /** It answers our state vector, so it brings all we lack. */
  readonly isAnswer: boolean;
}

/** More clients than any board has: the judge of updates sees to that. */
const maxStateVectorEntries = 20_000;

const PRESENCE_QUERY: Incoming = { kind: 'presence-query' };
const PING: Incoming = { kind: 'ping' };

/** Undefined when it is cut off, of no known type, or no frame at all. */
export function readIncoming(frame: Uint8Array): Incoming | undefined {
  try {
    const decoder = decoding.createDecoder(frame);
    return read(decoding.readVarUint(decoder), decoder);
  } catch {
    return undefined; // the decoder's only way to say so
  }
}

function read(type: number, decoder: decoding.Decoder): Incoming | undefined {
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    case MESSAGE.presence:
      return { kind: 'presence', payload: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryPresence:
      return PRESENCE_QUERY;
    case MESSAGE.request: {
      const asked = decodeAsked(decoder);
      return asked && { kind: 'request', asked };
    }
    case MESSAGE.ping:
      return PING;
    default:
      return undefined;
  }
}

function readSync(subType: number, payload: Uint8Array): Incoming | undefined {
  switch (subType) {
    case SYNC.step1: {
      const entries = decoding.readVarUint(decoding.createDecoder(payload));
      if (entries > maxStateVectorEntries) return undefined;
      Y.decodeStateVector(payload); // throws on what is none
      return { kind: 'step1', stateVector: payload };
    }
    case SYNC.step2:
    case SYNC.update:
      return { kind: 'update', bytes: payload, isAnswer: subType === SYNC.step2 };
    default:
      return undefined;
  }
}
