/** What this device remembers of workshops, and what it makes of a store that is not as it left it. */
import { describe, expect, test, vi } from 'vitest';
import {
  deviceStore,
  findWorkshop,
  forgetWorkshop,
  keepLink,
  linksOf,
  type OpenedWorkshop,
  rememberWorkshop,
  setTabRole,
  tabRole,
} from '../../../client/state/device.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Joined } from '../../../shared/protocol/http.ts';

const board = 'b1' as BoardId;
const other = 'b2' as BoardId;
const joined: Joined = {
  personId: 'p1' as PersonId,
  role: 'participant',
  name: 'Ana',
  directionId: null,
  actorId: null,
  ticket: 't1cket',
};
const workshop = (change: Partial<OpenedWorkshop> = {}): OpenedWorkshop => ({
  boardId: board,
  role: 'participant',
  title: 'Eau',
  token: 's3cret',
  joined,
  openedAt: 5,
  ...change,
});
const stored = () => JSON.parse(localStorage.getItem('gommette.workshops') ?? 'null');
/** Another tab has written there. */
const writeElsewhere = (content: unknown, key: string | null = 'gommette.workshops') => {
  localStorage.setItem('gommette.workshops', JSON.stringify(content));
  dispatchEvent(new StorageEvent('storage', { key }));
};
const known = () => deviceStore.getState();

describe('remembering', () => {
  test('[CO14] the last opened is first, once for each board and role, and kept', () => {
    rememberWorkshop(workshop());
    rememberWorkshop(workshop({ role: 'facilitator' }));
    rememberWorkshop(workshop({ boardId: other }));
    rememberWorkshop(workshop({ title: 'Mer' }));
    expect(known().map(({ boardId, role, title }) => [boardId, role, title])).toEqual([
      ['b1', 'participant', 'Mer'],
      ['b2', 'participant', 'Eau'],
      ['b1', 'facilitator', 'Eau'],
    ]);
    expect(stored()).toEqual(known());
  });

  test('[CO14] fifty are remembered, the oldest forgotten first', () => {
    for (let n = 0; n <= 50; n++) rememberWorkshop(workshop({ boardId: `b${n}` as BoardId }));
    expect(known()).toHaveLength(50);
    expect(known().map(({ boardId }) => boardId)).not.toContain('b0');
    expect(known()[0]?.boardId).toBe('b50');
  });

  test('[CO14] forgetting takes one board and role, and no other', () => {
    rememberWorkshop(workshop());
    rememberWorkshop(workshop({ role: 'facilitator' }));
    rememberWorkshop(workshop({ boardId: other }));
    forgetWorkshop({ boardId: board, role: 'participant' });
    expect(known().map(({ boardId, role }) => [boardId, role])).toEqual([
      ['b2', 'participant'],
      ['b1', 'facilitator'],
    ]);
    expect(stored()).toEqual(known());
  });

  test('[CO14] one is found by board, and by role where it matters', () => {
    rememberWorkshop(workshop({ role: 'facilitator' }));
    rememberWorkshop(workshop());
    expect(findWorkshop(board)?.role).toBe('participant');
    expect(findWorkshop(board, 'facilitator')?.role).toBe('facilitator');
    expect(findWorkshop(board, 'observer')).toBeUndefined();
    expect(findWorkshop(other)).toBeUndefined();
  });

  test('[CO14] a full or forbidden store stops nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    rememberWorkshop(workshop());
    expect(known()).toHaveLength(1);
  });
});

describe('links', () => {
  test('[CO14] of one board are known whatever the role, replaced and taken back', () => {
    rememberWorkshop(workshop({ links: { observer: 'o1' } }));
    rememberWorkshop(workshop({ role: 'facilitator' }));
    rememberWorkshop(workshop({ boardId: other, links: { observer: 'theirs' } }));
    keepLink(board, 'participant', 'p1');
    expect(linksOf(board)).toEqual({ observer: 'o1', participant: 'p1' });
    keepLink(board, 'observer', 'o2');
    expect(linksOf(board)).toEqual({ observer: 'o2', participant: 'p1' });
    keepLink(board, 'participant', undefined);
    expect(linksOf(board)).toEqual({ observer: 'o2' });
    expect(linksOf(other)).toEqual({ observer: 'theirs' });
    expect(stored()).toEqual(known());
  });
});

describe('another tab', () => {
  test('[CO14] that wrote is followed', () => {
    rememberWorkshop(workshop());
    writeElsewhere([workshop({ title: 'Mer', links: { observer: 'o1' }, ended: true })]);
    expect(known()).toEqual([workshop({ title: 'Mer', links: { observer: 'o1' }, ended: true })]);
  });

  test('[CO14] that cleared everything is followed', () => {
    rememberWorkshop(workshop());
    writeElsewhere([], null);
    expect(known()).toEqual([]);
  });

  test('[CO14] that wrote something else is not', () => {
    rememberWorkshop(workshop());
    writeElsewhere([], 'gommette.preferences');
    expect(known()).toHaveLength(1);
  });
});

describe('a store that is damaged', () => {
  test.each<[string, unknown]>([
    ['a number', 7],
    ['no list', { boardId: board }],
    ['null', null],
  ])('[CO14] is empty when it holds %s', (_what, content) => {
    writeElsewhere(content);
    expect(known()).toEqual([]);
  });

  test('[CO14] is empty when it is no JSON', () => {
    localStorage.setItem('gommette.workshops', '[{');
    dispatchEvent(new StorageEvent('storage', { key: 'gommette.workshops' }));
    expect(known()).toEqual([]);
  });

  test.each<[string, object]>([
    ['its board', { boardId: '__proto__' }],
    ['its role', { role: 'boss' }],
    ['its title', { title: 7 }],
    ['its token', { token: null }],
    ['its moment', { openedAt: 'yesterday' }],
  ])('[CO14] loses the entry that has no %s, and no other', (_what, damage) => {
    writeElsewhere([null, { ...workshop(), ...damage }, workshop({ boardId: other })]);
    expect(known()).toEqual([workshop({ boardId: other })]);
  });

  test.each<[string, unknown]>([
    ['no ticket', { ...joined, ticket: undefined }],
    ['no person', 'Ana'],
    ['nothing', undefined],
  ])('[CO14] keeps the link of somebody who has %s: they join again', (_what, damaged) => {
    writeElsewhere([{ ...workshop(), joined: damaged }]);
    expect(known()).toEqual([workshop({ joined: null })]);
  });
});

test('[CO14] a tab keeps the role of each board, if it is one', () => {
  expect(tabRole(board)).toBeUndefined();
  setTabRole(board, 'observer');
  expect(tabRole(board)).toBe('observer');
  expect(tabRole(other)).toBeUndefined();
  sessionStorage.setItem('gommette.role.b2', 'boss');
  expect(tabRole(other)).toBeUndefined();
});
