import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../../../server/config.ts';
import { createCatchUp } from '../../../server/rooms/catch-up.ts';
import { createBatches } from '../../../server/rooms/keep/batches.ts';
import type { BatchedBoard } from '../../../server/rooms/keep/persist.ts';
import { createMembers } from '../../../server/rooms/members.ts';
import { createConnection } from '../../../server/rooms/socket/connection.ts';
import type { PersonRow } from '../../../server/store/store.ts';
import { syncFrame } from '../../../server/sync-frame.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { newId } from '../../../shared/ids.ts';
import { MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';
import { NO_LIMIT, notedPeer } from '../../support/noted-peer.ts';
import { demoText } from '../../support/workshop-file.ts';

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());
const nothing = Y.encodeStateVector(new Y.Doc());
const limits = readConfig({ MAX_BACKLOG_BYTES: '1000', PRESENCE_BACKLOG_BYTES: '500' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Opening {
  /** Whether their page reads deflated frames. */
  readonly inflates?: boolean;
  /** What they lack. */
  readonly missing?: Uint8Array;
  /** That it is too much to be written in the second version. */
  readonly isLarge?: boolean;
  /** The frame that was made beforehand. */
  readonly answer?: Uint8Array;
}
/** Somebody in a room whose batches are kept when the test says so. */
function opened({ inflates = false, missing = EMPTY, isLarge = false, answer }: Opening = {}) {
  const scheduled: BatchedBoard[] = [];
  const batches = createBatches(newId<'board'>(), { schedule: (board) => scheduled.push(board) });
  const members = createMembers(nothing);
  const inV2 = isLarge ? undefined : Y.convertUpdateFormatV1ToV2(missing);
  const document: Parameters<typeof createCatchUp>[0]['document'] = {
    stateVector: () => nothing,
    answerTo: () => answer,
    missingFor: () => missing,
    missingInV2: () => inV2,
  };
  const catchUp = createCatchUp({ document, members, batches });
  const peer = notedPeer(inflates);
  const person = { id: 'ana' } as PersonRow;
  const connection = createConnection({
    peer,
    person,
    limits,
    allowance: NO_LIMIT,
    clock: () => 0,
    onClosed: () => {},
  });
  members.enter(connection);
  const member = members.of(connection);
  if (!member) throw new Error('nobody entered');
  const syncs = () =>
    peer.sent.filter(([type]) => type === MESSAGE.sync).map(([, subType]) => subType);
  const keep = () => {
    scheduled.at(-1)?.take();
    scheduled.at(-1)?.onKept(1);
  };
  /** Fills what may wait to leave. */
  const fill = () => {
    peer.block();
    connection.send(new Uint8Array(2_000).fill(99));
  };
  const others = (ends: ReadonlyMap<number, number>) =>
    members.show({ broadcasts: [{ message: nothing, from: null }], ends: new Map(ends) });
  return { catchUp, batches, members, member, peer, connection, syncs, keep, fill, others };
}

test('[RO47] whoever asks again before they were told is told once, and again when they ask later', () => {
  const { catchUp, batches, member, syncs, keep } = opened();
  batches.gather();
  catchUp.answer(member, nothing);
  catchUp.answer(member, nothing);
  expect(syncs()).toEqual([]);
  keep();
  expect(syncs()).toEqual([SYNC.step2]);
  catchUp.answer(member, nothing);
  expect(syncs()).toEqual([SYNC.step2, SYNC.step2]);
});

test('[RO46] who fell behind while a batch was being kept is told once they have drained', () => {
  const { catchUp, batches, member, syncs, keep, fill, peer } = opened();
  batches.gather();
  catchUp.answer(member, nothing);
  fill();
  keep();
  expect([syncs(), member.asked]).toEqual([[], nothing]);
  peer.drain();
  expect([syncs(), member.asked]).toEqual([[SYNC.step2], undefined]);
});

test('[RO47] whoever left meanwhile is told nothing, and nothing is read for them', () => {
  const { catchUp, batches, members, member, connection, syncs, keep } = opened();
  batches.gather();
  catchUp.answer(member, nothing);
  members.leave(connection);
  keep();
  expect([syncs(), member.asked]).toEqual([[], nothing]);
});

test('[RO46] what the server lacks is asked for once they have drained', () => {
  const { catchUp, member, syncs, fill, peer } = opened();
  catchUp.ask(member);
  expect(syncs()).toEqual([SYNC.step1]);
  fill();
  catchUp.ask(member);
  expect(syncs()).toEqual([SYNC.step1]);
  peer.drain();
  expect(syncs()).toEqual([SYNC.step1, SYNC.step1]);
});

/** The same, having followed and missed what others wrote. */
function behind() {
  const one = opened();
  one.catchUp.answer(one.member, nothing);
  one.members.fellBehind(one.connection);
  one.others(new Map([[7, 1]]));
  return one;
}

test('[RO19] what was missed is made up for once, when what is being kept is', () => {
  const { catchUp, batches, member, syncs, keep } = behind();
  batches.gather();
  catchUp.makeUp(member);
  expect(syncs()).toEqual([SYNC.step2]);
  keep();
  expect(syncs()).toEqual([SYNC.step2, SYNC.update]);
  catchUp.makeUp(member);
  expect(syncs()).toHaveLength(2);
});

test('[RO19] who is behind again is made up for after that, from what they had the first time', () => {
  const { catchUp, member, syncs, fill, peer } = behind();
  fill();
  catchUp.makeUp(member);
  expect([syncs(), member.reading.kind]).toEqual([[SYNC.step2], 'behind']);
  peer.drain();
  catchUp.makeUp(member);
  expect([syncs(), member.reading.kind]).toEqual([[SYNC.step2, SYNC.update], 'following']);
});

test('[RO19] whoever left, and a room that is closed, is made up for nothing', () => {
  const [gone, closed] = [behind(), behind()];
  gone.members.leave(gone.connection);
  closed.batches.close();
  for (const { catchUp, member, syncs } of [gone, closed]) {
    catchUp.makeUp(member);
    expect(syncs()).toEqual([SYNC.step2]);
  }
});

describe('the first board', () => {
  const doc = createDoc();
  const { workshop } = readWorkshop(demoText);
  if (workshop) fillBoard(doc, workshop);
  const missing = Y.encodeStateAsUpdate(doc);
  const answerTo = (opening: Opening) => {
    const { catchUp, member, peer } = opened(opening);
    for (const _ of ['first', 'again']) {
      catchUp.answer(member, nothing);
      peer.drain();
    }
    return peer.sent;
  };
  const inflated = (frame: Uint8Array = nothing) => new Uint8Array(inflateSync(frame.subarray(1)));

  test('[RO55] travels deflated to a page that offered to inflate: the demonstration in 25,000 bytes', () => {
    const [first, again] = answerTo({ inflates: true, missing });
    expect(first?.[0]).toBe(MESSAGE.deflated);
    expect(first?.length).toBeLessThanOrEqual(25_000);
    expect(inflated(first)).toEqual(syncFrame('step2V2', Y.convertUpdateFormatV1ToV2(missing)));
    expect(again).toBe(first); // deflated once for all who lack the same
  });

  test('[RO56] is the frame that was made beforehand, where there is one and the page inflates', () => {
    const answer = Uint8Array.of(MESSAGE.deflated, 1, 2);
    expect(answerTo({ inflates: true, missing, answer })).toEqual([answer, answer]);
    expect(answerTo({ missing, answer })[0]?.[0]).toBe(MESSAGE.sync);
  });

  test('[RO55] is deflated as it is where it is too large to be written anew', () => {
    const [first] = answerTo({ inflates: true, missing, isLarge: true });
    expect(inflated(first)).toEqual(syncFrame('step2', missing));
  });

  test('[RO55] travels as it is to a page that did not offer it, and where it is small', () => {
    const answer = syncFrame('step2', missing);
    expect(answerTo({ missing })).toEqual([answer, answer]);
    const empty = syncFrame('step2V2', Y.convertUpdateFormatV1ToV2(EMPTY));
    expect(answerTo({ inflates: true })).toEqual([empty, empty]);
  });
});
