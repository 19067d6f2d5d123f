/** What a newcomer to a large board is sent is made before they come, wherever the board comes from. */
import { inflateSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDocument } from '../../../server/rooms/board/document.ts';
import { flattenHere, foldHere, upgradeHere } from '../../../server/work/fold.ts';
import { readNewBoard } from '../../../server/work/new-board.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';
import { NEXT_SCHEMA } from '../../support/next-schema.ts';
import { plainBoard } from '../../support/plain-board.ts';
import { unwrap } from '../../support/result.ts';
import { demoText } from '../../support/workshop-file.ts';

const nothing = Y.encodeStateVector(createDoc());
const demo = unwrap(readNewBoard(demoText, 5)).snapshot;
const boardIn = (doc: Y.Doc) => plainBoard(readBoard(doc));
const docOf = (state: Uint8Array) => {
  const doc = createDoc();
  Y.applyUpdate(doc, state);
  return doc;
};
/** What a page that has nothing makes of that frame. */
function received(answer: Uint8Array | undefined) {
  expect(answer?.[0]).toBe(MESSAGE.deflated);
  const frame = decoding.createDecoder(inflateSync(answer?.subarray(1) ?? nothing));
  const types = [decoding.readVarUint(frame), decoding.readVarUint(frame)];
  expect(types).toEqual([MESSAGE.sync, SYNC.step2V2]);
  const doc = createDoc();
  Y.applyUpdateV2(doc, decoding.readVarUint8Array(frame));
  expect(decoding.hasContent(frame)).toBe(false);
  return doc;
}

test.each([
  ['begun', () => demo],
  ['folded', () => foldHere([demo.state])],
  ['brought to another schema', () => unwrap(upgradeHere([demo.state], NEXT_SCHEMA))],
  ['flattened', () => unwrap(flattenHere([demo.state]))],
])('[RO56] it is made when the board is %s, and comes to what is stored', (_, made) => {
  const { answer, state, stateVector } = made();
  const doc = received(answer);
  expect(boardIn(doc)).toEqual(boardIn(docOf(state)));
  expect(Y.encodeStateVector(doc)).toEqual(stateVector);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(docOf(state)));
});

test('[RO56] it is not made of a small board', () => {
  const small = unwrap(readNewBoard(JSON.stringify({ title: 'Petit' }), 5)).snapshot;
  expect(small.answer).toBeUndefined();
  expect(foldHere([small.state]).answer).toBeUndefined();
});

test('[RO56] it is for whoever has nothing, until somebody writes', () => {
  const opened = openDocument(demo);
  expect(opened.answerTo(nothing)).toBe(demo.answer);
  expect(opened.answerTo(Uint8Array.from(nothing))).toBe(demo.answer);
  expect(opened.answerTo(demo.stateVector)).toBeUndefined();
  opened.live(); // built, and the same
  expect(opened.answerTo(nothing)).toBe(demo.answer);
  opened.write((doc) => writeInfo(doc, { subtitle: 'après' }));
  expect(opened.answerTo(nothing)).toBeUndefined();
});

test('[RO56] it is no more once an update was applied', () => {
  const opened = openDocument(demo);
  const doc = docOf(demo.state);
  writeInfo(doc, { subtitle: 'après' });
  opened.apply(Y.encodeStateAsUpdate(doc, demo.stateVector));
  expect(opened.answerTo(nothing)).toBeUndefined();
});
