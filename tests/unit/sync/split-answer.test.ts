/** The work of an hour without a network: updates and a last answer, which the server’s own judge takes. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { splitFrame } from '../../../client/sync/split-update.ts';
import { createDecode } from '../../../server/rooms/board/admit/decode.ts';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { createJudge } from '../../../server/rooms/board/judge.ts';
import {
  addEntity,
  type BoardDoc,
  createDoc,
  entityMap,
  LOCAL,
  LOCAL_ADD,
} from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { createUndoHistory } from '../../../shared/board/undo.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';
import { FREE_RULES } from '../../../shared/session/rules.ts';
import { a, prepare, water } from '../../support/small-workshop.ts';

const me = 'moi' as PersonId;
const writer = { id: me, role: 'facilitator', directionId: null, actorId: null } as const;
const maxUpdateBytes = 256 * 1_024;
const judge = createJudge({
  decode: createDecode(20_000),
  limits: { maxUpdateBytes },
  fullness: { whyNot: () => undefined },
});
const story = (i: number) => `Récit ${i} de l’été. `.repeat(150);

const add = (doc: BoardDoc, from: number, count: number) => {
  for (let i = from; i < from + count; i++)
    doc.transact(
      () =>
        addEntity(doc, 'actions', `n${i}`, {
          title: `Action ${i}`,
          description: story(i),
          priorityId: water,
          rank: 'a9',
          authorId: me,
          indicators: [{ id: `i${i}`, label: 'Part', rank: 'a0', targets: [] }],
          levers: ['lots'],
        }),
      LOCAL_ADD,
    );
};
const set = (doc: BoardDoc, id: string, key: string, value: unknown) =>
  doc.transact(() => entityMap(doc, 'actions', id)?.set(key, value), LOCAL);
const rewrite = (doc: BoardDoc, id: string, words: string) =>
  doc.transact(() => {
    const text = entityMap(doc, 'actions', id)?.get('description') as Y.Text;
    text.delete(0, text.length);
    text.insert(0, words);
  }, LOCAL);
const copyOf = (doc: BoardDoc): BoardDoc => {
  const copy = createDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

function served() {
  const server = createDoc();
  prepare(server);
  const page = copyOf(server);
  return { server, page };
}

const answerTo = (server: BoardDoc, page: BoardDoc): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC.step2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(page, Y.encodeStateVector(server)));
  return encoding.toUint8Array(encoder);
};

/** Judges and applies each part; titles and ranks of what is there are never empty. @returns the parts */
function take(server: BoardDoc, page: BoardDoc, most = Number.POSITIVE_INFINITY) {
  const frames = splitFrame(page, answerTo(server, page));
  const parts = frames.map((frame) => {
    const decoder = decoding.createDecoder(frame.subarray(1));
    const isAnswer = decoding.readVarUint(decoder) === SYNC.step2;
    return { isAnswer, bytes: decoding.readVarUint8Array(decoder) };
  });
  for (const [index, part] of parts.slice(0, most).entries()) {
    const admission = judge({ ...part, number: index + 1 }, () => ({
      doc: server,
      clients: createClientIds(new Map([...page.store.clients.keys()].map((id) => [id, me]))),
      holderOf: () => me,
      writer,
      rules: [FREE_RULES],
    }));
    expect(admission).toMatchObject({ kind: 'admitted' });
    Y.applyUpdate(server, part.bytes);
    for (const action of readBoard(server).actions.values()) {
      expect(action.title).not.toBe('');
      expect(action).toMatchObject({ rank: expect.any(String) });
    }
  }
  return parts;
}
function expectSame(server: BoardDoc, page: BoardDoc) {
  expect(readBoard(server)).toEqual(readBoard(page));
  expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(page));
  expect(server.store.pendingStructs).toBeNull();
  expect(copyOf(server).toJSON()).toEqual(copyOf(page).toJSON());
}

/** What may happen to work between its first and its last minute; the second page has read the copy of the first. */
const HOURS: Readonly<Record<string, (page: BoardDoc) => BoardDoc>> = {
  'cards one by one': (page) => {
    add(page, 0, 400);
    return page;
  },
  'the first card and one of others written over at the end': (page) => {
    set(page, a, 'rank', 'a1');
    add(page, 0, 60);
    for (const rank of ['a2', 'a3', 'a4']) set(page, 'n0', 'rank', rank);
    set(page, a, 'means', 'Un agent');
    add(page, 60, 60);
    set(page, 'n0', 'rank', 'a7');
    set(page, a, 'rank', 'a8');
    set(page, a, 'means', 'Deux agents');
    return page;
  },
  'texts written over and over, and undone': (page) => {
    const history = createUndoHistory(page);
    for (let round = 0; round < 4; round++)
      for (const i of [0, 1, 2]) {
        add(page, round * 30 + i * 10, 10);
        rewrite(page, `n${i * 10}`, story(round).slice(0, 2_000));
        rewrite(page, a, `${story(round)}${story(i)}`);
      }
    history.undo();
    return page;
  },
  'parts and sets taken away, the birth of what they stood in broken': (page) => {
    add(page, 0, 80);
    for (let i = 0; i < 80; i += 3)
      page.transact(() => {
        entityMap(page, 'actions', `n${i}`)?.delete(`indicators/i${i}`);
        entityMap(page, 'actions', `n${i}`)?.delete('levers/lots');
      }, LOCAL);
    return page;
  },
  'a reload in the middle, and what was written before it written over': (page) => {
    add(page, 0, 60);
    set(page, 'n1', 'rank', 'a2');
    const next = copyOf(page);
    add(next, 60, 60);
    set(next, 'n1', 'rank', 'a3');
    rewrite(next, 'n2', 'Court');
    const last = copyOf(next);
    set(last, 'n1', 'rank', 'a4');
    add(last, 120, 30);
    return last;
  },
  'two tabs that wrote beside each other': (page) => {
    const other = copyOf(page);
    add(page, 0, 60);
    add(other, 60, 60);
    set(page, a, 'rank', 'a2');
    set(other, a, 'rank', 'a3');
    Y.applyUpdate(page, Y.encodeStateAsUpdate(other));
    set(page, 'n61', 'rank', 'a4');
    add(page, 120, 30);
    return page;
  },
};

test.each(Object.entries(HOURS))(
  '[KW40] %s: each part is taken, and all is there after',
  (_, work) => {
    const { server, page } = served();
    const last = work(page);
    const parts = take(server, last);
    expect(parts.length).toBeGreaterThan(5);
    expect(Math.max(...parts.map(({ bytes }) => bytes.length))).toBeLessThan(64 * 1_024);
    expect(parts.map(({ isAnswer }) => isAnswer)).toEqual(
      parts.map((_part, index) => index === parts.length - 1),
    );
    expectSame(server, last);
  },
);

test.each(Object.entries(HOURS))(
  '[KW40] %s: cut in the middle, only the rest is sent',
  (_, work) => {
    const { server, page } = served();
    const last = work(page);
    const all = take(server, last, 3);
    const rest = take(server, last);
    expect(rest.length).toBeLessThanOrEqual(all.length - 2);
    expectSame(server, last);
  },
);

test('[KW40] what is too large for an update by itself is in the answer, with what follows it', () => {
  const { server, page } = served();
  add(page, 0, 40);
  rewrite(page, a, '’'.repeat(99_000));
  add(page, 40, 40);
  const answer = splitFrame(page, answerTo(server, page));
  expect(answer.length).toBeGreaterThan(2);
  expect(answer.map((frame) => frame[1])).toEqual(
    answer.map((_frame, index) => (index === answer.length - 1 ? SYNC.step2 : SYNC.update)),
  );
  for (const frame of answer)
    Y.applyUpdate(server, decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))));
  expectSame(server, page);
});

test('[KW40] a small answer leaves as it is', () => {
  const { server, page } = served();
  add(page, 0, 3);
  const frame = answerTo(server, page);
  expect(splitFrame(page, frame)).toEqual([frame]);
});
