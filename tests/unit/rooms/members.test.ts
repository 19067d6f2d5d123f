import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createMembers } from '../../../server/rooms/members.ts';
import type { Connection } from '../../../server/rooms/socket/connection.ts';
import type { Outgoing } from '../../../server/rooms/socket/outbox.ts';

/** Somebody in a room, who keeps what they are sent. */
function person(name: string) {
  const heard: string[] = [];
  const send = (message: Outgoing) => {
    const messages = message instanceof Uint8Array ? [message] : message.messages;
    heard.push(...messages.map((each) => Buffer.from(each).toString()));
  };
  return { heard, connection: { person: { id: name }, send } as unknown as Connection };
}
const said = (text: string, from: Connection | null) => ({ message: Buffer.from(text), from });
const nothingYet = Y.encodeStateVector(new Y.Doc());

test('[RO41] of a turn each is shown what the others wrote, in order, and nothing before following', () => {
  const members = createMembers(nothingYet);
  const [ana, ben, cleo, late] = [person('ana'), person('ben'), person('cleo'), person('late')];
  for (const { connection } of [ana, ben, cleo, late]) members.enter(connection);
  for (const { connection } of [ana, ben, cleo]) members.follow(connection);
  const broadcasts = [
    said('a1', ana.connection),
    said('b1', ben.connection),
    said('a2', ana.connection),
  ];
  members.show({ broadcasts, ends: new Map() });
  expect(cleo.heard).toEqual(['a1', 'b1', 'a2']);
  expect([ana.heard, ben.heard, late.heard]).toEqual([['b1'], ['a1', 'a2'], []]);
  members.show({ broadcasts: [said('a3', ana.connection)], ends: new Map() });
  members.leave(ben.connection);
  members.show({ broadcasts: [said('a4', ana.connection)], ends: new Map() });
  expect([ana.heard, ben.heard]).toEqual([['b1'], ['a1', 'a2', 'a3']]);
  expect(cleo.heard).toEqual(['a1', 'b1', 'a2', 'a3', 'a4']);
});

test('[RO19] who fell behind is made up for from what they had been shown', () => {
  const members = createMembers(nothingYet);
  const { connection } = person('ana');
  members.enter(connection);
  members.follow(connection);
  members.show({ broadcasts: [said('b', null)], ends: new Map([[7, 3]]) });
  members.fellBehind(connection);
  members.show({ broadcasts: [said('c', null)], ends: new Map([[7, 5]]) });
  members.fellBehind(connection); // before it was made up for
  const since = members.caughtUp(connection) ?? new Uint8Array();
  expect(Y.decodeStateVector(since)).toEqual(new Map([[7, 3]]));
  expect(members.caughtUp(connection)).toBeUndefined();
});

test('[RO19] who fell behind while nobody wrote, or before following, has nothing to be made up for', () => {
  const members = createMembers(nothingYet);
  const [ana, ben, late] = [person('ana'), person('ben'), person('late')];
  for (const { connection } of [ana, ben, late]) members.enter(connection);
  for (const { connection } of [ana, ben]) members.follow(connection);
  members.show({ broadcasts: [said('a', null)], ends: new Map([[7, 1]]) });
  for (const { connection } of [ana, ben, late]) members.fellBehind(connection);
  expect(members.caughtUp(ben.connection)).toBeUndefined();
  members.show({ broadcasts: [said('a deletion', null)], ends: new Map() });
  expect(members.caughtUp(ana.connection)).toBeDefined();
  expect(members.caughtUp(late.connection)).toBeUndefined();
});
