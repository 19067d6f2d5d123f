import { expect, test } from 'vitest';
import { createOccupancy } from '../../../server/http/occupancy.ts';
import { newId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';

const [board, other] = [newId<'board'>(), newId<'board'>()];
const someone = (role: Role = 'participant') => ({ id: newId<'person'>(), role });
const [ana, ben, cleo] = [someone(), someone('observer'), someone()];
const limits = { maxPeoplePerBoard: 2, maxSocketsPerPerson: 2 };

test('[UP7] people are counted once each, per board', () => {
  const occupy = createOccupancy(limits);
  const entered = [occupy(board, ana), occupy(board, ana), occupy(board, ben)];
  expect(entered).toEqual([expect.any(Function), expect.any(Function), expect.any(Function)]);
  expect(occupy(board, cleo)).toBe('boardFull');
  expect(occupy(other, cleo)).toBeTypeOf('function');
});

test('[UP7] a person’s sockets are limited, in a full board too', () => {
  const occupy = createOccupancy(limits);
  occupy(board, ana);
  occupy(board, ana);
  occupy(board, ben);
  expect(occupy(board, ana)).toBe('openElsewhere');
  expect(occupy(board, ben)).toBeTypeOf('function');
});

test('[UP7] whoever leaves makes room, once their last socket is gone', () => {
  const occupy = createOccupancy(limits);
  const leave = [occupy(board, ana), occupy(board, ana)];
  occupy(board, ben);
  for (const out of leave) {
    expect(occupy(board, cleo)).toBe('boardFull');
    if (typeof out === 'function') out();
  }
  expect(occupy(board, cleo)).toBeTypeOf('function');
});

test('[UP7] who leads enters a full board, and so many of them at most', () => {
  const occupy = createOccupancy(limits);
  for (const each of [ana, ben]) occupy(board, each);
  for (let more = 0; more < 20; more++)
    expect(occupy(board, someone('facilitator'))).toBeTypeOf('function');
  expect(occupy(board, someone('facilitator'))).toBe('boardFull');
  expect(occupy(board, cleo)).toBe('boardFull');
});
