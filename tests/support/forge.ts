/** A small board, and updates to it made with Yjs alone, past every command. */
import * as Y from 'yjs';
import type { Writer } from '../../server/rooms/board/admit/permit.ts';
import { createClientIds } from '../../server/rooms/board/client-ids.ts';
import { addEntity, addPart, entityMap, writeInfo } from '../../shared/board/doc.ts';
import { ACTION_FIELDS } from '../../shared/board/schema.ts';
import { SCHEMA_VERSION } from '../../shared/board/schema-version.ts';
import type { ActorId, DirectionId, PartId, PersonId } from '../../shared/ids.ts';

export const ANA: Writer = {
  id: 'ana' as PersonId,
  role: 'facilitator',
  directionId: null,
  actorId: null,
};
export const BEN: Writer = {
  id: 'ben' as PersonId,
  role: 'participant',
  directionId: 'dcp' as DirectionId,
  actorId: null,
};
export const CLEO: Writer = {
  id: 'cleo' as PersonId,
  role: 'participant',
  directionId: null,
  actorId: 'ffb' as ActorId,
};
export const WALL: Writer = {
  id: 'wall' as PersonId,
  role: 'observer',
  directionId: null,
  actorId: null,
};

/** Client ids that wrote the small board, and whose they are. */
export const SERVER = 1;
export const CLIENTS = createClientIds(
  new Map([
    [10, ANA.id],
    [20, BEN.id],
    [30, CLEO.id],
  ]),
);

/** Two priorities, an action of Ben's and one of Cléo's, each with an indicator; a comment of Ben's. */
export function smallBoard(): Y.Doc {
  const doc = new Y.Doc();
  const as = (client: number, write: () => void) => {
    doc.clientID = client;
    doc.transact(write);
  };
  const indicator = { label: 'Part', rank: 'a0', targets: [{ value: 1, rank: 'a0' }] };
  as(SERVER, () => {
    writeInfo(doc, { schemaVersion: SCHEMA_VERSION, title: 'Atelier' });
    for (const id of ['p1', 'p2'])
      addEntity(doc, 'priorities', id, { title: id, rank: `a${id[1]}` });
  });
  as(20, () => {
    const author = { authorId: BEN.id, authorDirectionId: 'dcp' };
    const text = { title: 'Ben 🌳', description: 'Le texte de Ben' };
    addEntity(doc, 'actions', 'a1', {
      ...text,
      ...author,
      priorityId: 'p1',
      rank: 'a0',
      indicators: [{ id: 'i1', ...indicator }],
      levers: ['clauses'],
    });
    addEntity(doc, 'comments', 'c1', { actionId: 'a1', authorId: BEN.id, text: 'oui', at: 1 });
  });
  as(30, () => {
    const author = { authorId: CLEO.id, authorActorId: 'ffb' };
    addEntity(doc, 'actions', 'a2', { title: 'Cléo', ...author, priorityId: 'p1', rank: 'a1' });
    const action = entityMap(doc, 'actions', 'a2');
    if (action)
      addPart(action, 'indicators', ACTION_FIELDS.indicators.fields, 'i2' as PartId, indicator);
  });
  return doc;
}

/** What somebody with that client id would send after a change of their copy. */
export function forge(doc: Y.Doc, clientId: number, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  const updates: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => updates.push(update));
  copy.transact(() => change(copy));
  const [update] = updates;
  if (!update || updates.length > 1) throw new Error(`${updates.length} updates`);
  return update;
}

/** The live map of an action in a copy, to do what commands would not. */
export function actionIn(doc: Y.Doc, id: string): Y.Map<unknown> {
  const action = entityMap(doc, 'actions', id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}

/** An update written by hand: numbers as Yjs writes them, and bytes as they are in brackets. */
export function bytesOf(...parts: readonly (number | readonly [byte: number])[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  for (const part of parts)
    if (typeof part === 'number') encoder.writeClient(part);
    else encoder.writeInfo(part[0]);
  return encoder.toUint8Array();
}
