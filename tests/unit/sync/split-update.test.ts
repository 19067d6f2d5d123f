/** One large change as updates that the server’s own judge takes one after the other. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { splitFrame, splitUpdate } from '../../../client/sync/split-update.ts';
import { createDecode } from '../../../server/rooms/board/admit/decode.ts';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { createJudge } from '../../../server/rooms/board/judge.ts';
import {
  addEntity,
  type BoardDoc,
  createDoc,
  entityMap,
  LOCAL,
} from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { createUndoHistory } from '../../../shared/board/undo.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { a, prepare, water } from '../../support/small-workshop.ts';

const me = 'moi' as PersonId;
const writer = { id: me, role: 'facilitator', directionId: null, actorId: null } as const;
const judge = createJudge({
  decode: createDecode(20_000),
  limits: { maxUpdateBytes: 256 * 1_024 },
  fullness: { whyNot: () => undefined },
});

/** A page beside a server that has all of it. */
function pair(fill: (doc: BoardDoc) => void = prepare) {
  const [page, server] = [createDoc(), createDoc()];
  fill(server);
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  return { page, server };
}

/**
 * What a command of the page sends, judged and applied part by part; what is new is there as the
 * page has it, or not yet. @returns their sizes
 */
function send({ page, server }: ReturnType<typeof pair>, command: () => void): readonly number[] {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array) => void updates.push(update);
  page.on('update', note);
  command();
  page.off('update', note);
  const parts = updates.flatMap((update) => splitUpdate(page, update));
  const [former, whole] = [readBoard(server).actions, readBoard(page).actions];
  for (const bytes of parts) {
    const admission = judge({ bytes, number: 1, isAnswer: false }, () => ({
      doc: server,
      clients: createClientIds(new Map([[page.clientID, me]])),
      holderOf: () => me,
      writer,
      rules: [FREE_RULES],
    }));
    expect(admission).toMatchObject({ kind: 'admitted' });
    Y.applyUpdate(server, bytes);
    for (const [id, action] of readBoard(server).actions)
      if (!former.has(id)) expect(action).toEqual(whole.get(id));
  }
  expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(page));
  expect(readBoard(server)).toEqual(readBoard(page));
  return parts.map(({ length }) => length);
}

const long = (words: string) => `${words} `.repeat(15_000 / words.length);
const addMany = (doc: BoardDoc, count: number) =>
  doc.transact(() => {
    for (let i = 0; i < count; i++)
      addEntity(doc, 'actions', `n${i}`, {
        title: `Action ${i}`,
        description: long(`Récit ${i} l’été`),
        priorityId: water,
        rank: 'a9',
        authorId: me,
        indicators: [{ id: `i${i}`, label: 'Part', rank: 'a0', targets: [] }],
        levers: ['lots'],
      });
  }, LOCAL);
const rewriteOne = (doc: BoardDoc, id: string, text: string) => {
  const content = entityMap(doc, 'actions', id as ActionId)?.get('description') as Y.Text;
  content.delete(0, content.length);
  content.insert(0, text);
};

test('[KW30] a small change leaves as it is', () => {
  const sides = pair();
  expect(send(sides, () => rewriteOne(sides.page, a, 'Un'))).toHaveLength(1);
});

test('[KW30] a megabyte of new actions leaves in parts that the judge takes, none of them cut', () => {
  const sides = pair();
  const sizes = send(sides, () => addMany(sides.page, 60));
  expect(sizes.length).toBeGreaterThan(10);
  expect(Math.max(...sizes)).toBeLessThan(100 * 1_024);
});

test('[KW30] long texts replaced in one go are never longer in between, nor is an undo of it', () => {
  const sides = pair((doc) => {
    prepare(doc);
    addMany(doc, 30);
  });
  const { page } = sides;
  const history = createUndoHistory(page);
  const rewrite = () =>
    page.transact(() => {
      for (let i = 0; i < 30; i++) rewriteOne(page, `n${i}`, long(`Autre ${i} où l’on`));
    }, LOCAL);
  expect(send(sides, rewrite).length).toBeGreaterThan(4);
  expect(send(sides, () => expect(history.undo()).toBe(true)).length).toBeGreaterThan(4);
  expect(readBoard(page).actions.get('n3' as ActionId)?.description).toBe(long('Récit 3 l’été'));
});

test('[KW30] values replaced, parts and comments taken away leave with the rest', () => {
  const sides = pair((doc) => {
    prepare(doc);
    addMany(doc, 40);
  });
  const { page } = sides;
  send(sides, () =>
    page.transact(() => {
      for (let i = 0; i < 40; i++) {
        const action = entityMap(page, 'actions', `n${i}` as ActionId) ?? new Y.Map();
        action.set('means', long(`Moyens ${i}`).slice(0, 4_900));
        action.set('rank', 'a8');
        action.delete(`indicators/i${i}`);
        action.delete('levers/lots');
      }
    }, LOCAL),
  );
});

const framed = (type: number, update: Uint8Array) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
};
const readFrame = (frame: Uint8Array) => {
  const decoder = decoding.createDecoder(frame);
  const head = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
  return { head, update: decoding.readVarUint8Array(decoder) };
};

test('[KW30] a frame is cut as its update is; what carries none never is', () => {
  const { page } = pair();
  const updates: Uint8Array[] = [];
  page.on('update', (update: Uint8Array) => void updates.push(update));
  addMany(page, 10);
  const [update = new Uint8Array()] = updates;
  const read = splitFrame(page, framed(SYNC.update, update)).map(readFrame);
  expect(read.length).toBeGreaterThan(1);
  expect(read.map((one) => one.head)).toEqual(read.map(() => [MESSAGE.sync, SYNC.update]));
  expect(read.map((one) => one.update)).toEqual(splitUpdate(page, update));
  expect(splitFrame(page, framed(SYNC.step1, update))).toHaveLength(1);
});
