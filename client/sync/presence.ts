/**
 * Others' presence, kept apart from one's own: the provider would send back to the server whatever
 * it hears of others. It is written by their pages and passed on unread, so it is checked here.
 */
import * as decoding from 'lib0/decoding';
import * as v from 'valibot';
import { Awareness, applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { createDoc } from '../../shared/board/doc.ts';
import { type DirectionId, type Id, isId } from '../../shared/ids.ts';
import type { PresenceState } from './board-stores.ts';

export interface Others {
  /** Takes a presence frame, after its type. */
  readonly receive: (decoder: unknown) => void;
  readonly onChange: (listener: (states: ReadonlyMap<number, unknown>) => void) => void;
  /** The connection is gone: nobody is known to be here. */
  readonly clear: () => void;
  readonly destroy: () => void;
}

export function createOthers(): Others {
  const doc = createDoc(); // the library ties states to a document; this one stays empty
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  return {
    receive: (decoder) => {
      // The provider types its decoder loosely; it is lib0's.
      const update = decoding.readVarUint8Array(decoder as decoding.Decoder);
      applyAwarenessUpdate(awareness, update, 'server');
    },
    onChange: (listener) => {
      awareness.on('change', () => listener(awareness.getStates()));
    },
    clear: () => removeAwarenessStates(awareness, [...awareness.getStates().keys()], 'gone'),
    destroy: () => {
      awareness.destroy();
      doc.destroy();
    },
  };
}

/** Others' states by Yjs client id; what is not understood is left out. */
export function readPresence(
  states: ReadonlyMap<number, unknown>,
  ownClient: number,
): ReadonlyMap<number, PresenceState> {
  const others = new Map<number, PresenceState>();
  for (const [client, state] of states)
    if (client !== ownClient) others.set(client, readState(state));
  return others;
}

const id = v.fallback(v.optional(v.custom<Id<'action'>>(isId)), undefined);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const projected = v.object({
  page: count,
  pages: count,
  pilotId: v.exactOptional(v.custom<DirectionId>(isId)),
});
const stateSchema = v.fallback(
  v.object({
    actionId: id,
    field: v.fallback(v.optional(v.picklist(['title', 'description'])), undefined),
    anchor: v.optional(v.unknown()),
    head: v.optional(v.unknown()),
    holding: id,
    projection: v.fallback(v.optional(projected), undefined),
  }),
  {},
);

/** What was read of a state once: of all who are here, one moves at a time. */
const known = new WeakMap<object, PresenceState>();

function readState(state: unknown): PresenceState {
  if (typeof state !== 'object' || state === null) return readNew(state);
  const before = known.get(state);
  if (before) return before;
  const read = readNew(state);
  known.set(state, read);
  return read;
}

function readNew(state: unknown): PresenceState {
  const { actionId, field, anchor, head, holding, projection } = v.parse(stateSchema, state);
  return {
    ...(actionId && { actionId }),
    ...(field && { field }),
    ...(anchor !== undefined && head !== undefined && { anchor, head }),
    ...(holding && { holding }),
    ...(projection && { projection }),
  };
}
