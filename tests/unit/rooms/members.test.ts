import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../../../server/config.ts';
import { createMembers, type Members } from '../../../server/rooms/members.ts';
import { type Connection, createConnection } from '../../../server/rooms/socket/connection.ts';
import type { PersonRow } from '../../../server/store/store.ts';
import { encodeSaved } from '../../../shared/protocol/messages.ts';
import { NO_LIMIT, notedPeer } from '../../support/noted-peer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Somebody in a room, and what they are sent. */
function person(name: string) {
  const peer = notedPeer();
  const connection = createConnection({
    peer,
    person: { id: name } as PersonRow,
    clock: Date.now,
    limits: readConfig({}),
    allowance: NO_LIMIT,
    onClosed: () => {},
  });
  return { connection, heard: () => peer.sent.map(String) };
}
const said = (text: string, from: Connection | null) => ({ message: Buffer.from(text), from });
const nothingYet = Y.encodeStateVector(new Y.Doc());
/** As it is known in the room it has entered. */
function memberIn(members: Members, connection: Connection) {
  const member = members.of(connection);
  if (!member) throw new Error('nobody of the room');
  return member;
}

test('[RO41] of a turn each is shown what the others wrote, in order, and nothing before following', () => {
  const members = createMembers(nothingYet);
  const [ana, ben, cleo, late] = [person('ana'), person('ben'), person('cleo'), person('late')];
  for (const { connection } of [ana, ben, cleo, late]) members.enter(connection);
  for (const { connection } of [ana, ben, cleo]) members.follow(memberIn(members, connection));
  const broadcasts = [
    said('a1', ana.connection),
    said('b1', ben.connection),
    said('a2', ana.connection),
  ];
  members.show({ broadcasts, ends: new Map() });
  expect(cleo.heard()).toEqual(['a1', 'b1', 'a2']);
  expect([ana.heard(), ben.heard(), late.heard()]).toEqual([['b1'], ['a1', 'a2'], []]);
  members.show({ broadcasts: [said('a3', ana.connection)], ends: new Map() });
  members.leave(ben.connection);
  members.show({ broadcasts: [said('a4', ana.connection)], ends: new Map() });
  expect([ana.heard(), ben.heard()]).toEqual([['b1'], ['a1', 'a2', 'a3']]);
  expect(cleo.heard()).toEqual(['a1', 'b1', 'a2', 'a3', 'a4']);
});

test('[RO19] who fell behind is made up for from what they had been shown', () => {
  const members = createMembers(nothingYet);
  const { connection } = person('ana');
  members.enter(connection);
  members.follow(memberIn(members, connection));
  members.show({ broadcasts: [said('b', null)], ends: new Map([[7, 3]]) });
  members.fellBehind(connection);
  members.show({ broadcasts: [said('c', null)], ends: new Map([[7, 5]]) });
  members.fellBehind(connection); // before it was made up for
  const since = members.caughtUp(memberIn(members, connection)) ?? new Uint8Array();
  expect(Y.decodeStateVector(since)).toEqual(new Map([[7, 3]]));
  expect(members.caughtUp(memberIn(members, connection))).toBeUndefined();
});

test('[RO19] who fell behind while nobody wrote, or before following, has nothing to be made up for', () => {
  const members = createMembers(nothingYet);
  const [ana, ben, late] = [person('ana'), person('ben'), person('late')];
  for (const { connection } of [ana, ben, late]) members.enter(connection);
  for (const { connection } of [ana, ben]) members.follow(memberIn(members, connection));
  members.show({ broadcasts: [said('a', null)], ends: new Map([[7, 1]]) });
  for (const { connection } of [ana, ben, late]) members.fellBehind(connection);
  expect(members.caughtUp(memberIn(members, ben.connection))).toBeUndefined();
  members.show({ broadcasts: [said('a deletion', null)], ends: new Map() });
  expect(members.caughtUp(memberIn(members, ana.connection))).toBeDefined();
  expect(members.caughtUp(memberIn(members, late.connection))).toBeUndefined();
});

test('[RO19] what others write while somebody is behind is not sent, and afterwards it is again', () => {
  const members = createMembers(nothingYet);
  const { connection, heard } = person('ana');
  members.enter(connection);
  members.follow(memberIn(members, connection));
  members.fellBehind(connection);
  members.show({ broadcasts: [said('a', null)], ends: new Map() });
  members.follow(memberIn(members, connection)); // it asked again: it is still behind
  expect([heard(), members.caughtUp(memberIn(members, connection))]).toEqual([[], nothingYet]);
  members.show({ broadcasts: [said('b', null)], ends: new Map() });
  expect(heard()).toEqual(['b']);
});

test('[RO2] the last "saved" is sent a moment later, and at hand for whoever missed it', () => {
  const members = createMembers(nothingYet);
  const { connection, heard } = person('ana');
  members.enter(connection);
  const member = memberIn(members, connection);
  expect(member.lastSaved).toBeUndefined();
  member.acknowledge(2, 6);
  member.acknowledge(3, 7);
  expect(heard()).toEqual([]);
  vi.advanceTimersByTime(250);
  expect(heard()).toEqual([String(encodeSaved({ updates: 3, at: 7 }))]);
  expect(String(member.lastSaved)).toBe(heard()[0]);
  members.leave(connection);
  members.fellBehind(connection); // what was sent before it left may still be told of
  expect([members.of(connection), members.count()]).toEqual([undefined, 0]);
});
