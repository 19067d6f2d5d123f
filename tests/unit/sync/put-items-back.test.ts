/** Kept things done again, over a document and stores that a test moves by hand. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createBoardStores } from '../../../client/sync/board-stores.ts';
import { adding } from '../../../client/sync/kept/kept-list.ts';
import type { KeptThing, KeptWork } from '../../../client/sync/kept/kept-work.ts';
import { isAllowed, putItemsBack } from '../../../client/sync/kept/put-items-back.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { createUndoHistory } from '../../../shared/board/undo.ts';
import type { ActionId, BoardId, PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { FREE_RULES, READ_ONLY, VISIBILITIES } from '../../../shared/session/rules.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { sessionView } from '../../support/session-view.ts';
import { a, roads, smallWorkshop, water } from '../../support/small-workshop.ts';

const me = 'moi' as PersonId;
const live = { state: 'live', savedAt: null } as const;

/** A board that a page follows, its session, and what was asked of that. */
function openPage(role: Role = 'facilitator', { grants = true } = {}) {
  const doc = smallWorkshop();
  const history = createUndoHistory(doc);
  const stores = createBoardStores(readBoard(doc));
  const present = { id: me, role, name: 'Ana', directionId: roads, actorId: null, clients: [1] };
  const session = sessionView(present);
  stores.session.setState(session, true);
  stores.connection.setState({ ...live, unsaved: false }, true);
  const asked: unknown[] = [];
  const deps = {
    stores,
    held: () => ({ doc, history }),
    ask: async (request: unknown) => {
      asked.push(request);
      return grants;
    },
  };
  const seen: (readonly [done: readonly string[], seen: number])[] = [];
  const onDone = async (done: readonly KeptWork[], count: number) => {
    seen.push([done.map(({ key }) => key), count]);
  };
  return {
    doc,
    history,
    stores,
    asked,
    seen,
    unsaved: (unsaved: boolean) => stores.connection.setState({ ...live, unsaved }, true),
    cut: () => stores.connection.setState({ state: 'offline', kept: true, since: 1 }, true),
    tell: (now: Partial<SessionView>) => stores.session.setState({ ...session, ...now }, true),
    allows: (thing: KeptThing) => isAllowed(deps, thing),
    putBack: (items: readonly KeptWork[]) => putItemsBack(deps, items, undefined, onDone),
    titles: () => [...readBoard(doc).actions.values()].map(({ title }) => title),
  };
}

/** As this device keeps them, under keys that are told apart by their place in the list. */
const kept = (...works: readonly KeptThing[]): readonly KeptWork[] =>
  works.flatMap((work, at) => {
    const keeping = { boardId: 'atelier' as BoardId, personId: me, workshop: '', at };
    const { put } = adding([], [{ work, why: 'step' }], keeping, () => ({}));
    return put.map((item) => ({ ...item, key: `k${at}` }));
  });
const card = (id: string, description = ''): KeptThing => ({
  kind: 'created',
  path: ['actions', id],
  values: { title: id, description, priorityId: water, rank: 'a9' },
});
const means = (value: string): KeptThing => ({
  kind: 'value',
  path: ['actions', a, 'means'],
  value,
});
const idea: KeptThing = {
  kind: 'idea',
  id: 'i1' as ActionId,
  priorityId: water,
  title: 'Planter',
  description: 'des haies',
};
const roundId = 'r1' as RoundId;
const votes: KeptThing = { kind: 'votes', roundId, actionId: a, dots: 2 };
const note: KeptThing = { kind: 'typed', key: 'n', field: 'Note', text: 'Un mot' };
const rounds = (closedAt: number | null) =>
  [{ id: roundId, closedAt }] as unknown as SessionView['rounds'];

/** Three of these are what an update holds. */
const long = 'x'.repeat(19_000);
const seven = kept(...Array.from({ length: 7 }, (_, i) => card(`n${i}`, long)));

describe('more than a server takes at a time', () => {
  test('[KW30] goes back in portions, each once the one before is saved, as one step of undo', async () => {
    const page = openPage();
    page.unsaved(true);
    const done = page.putBack(seven);
    await turn();
    const first = ['k0', 'k1', 'k2'];
    expect(page.seen).toEqual([[first, 3]]);
    page.unsaved(true); // acknowledged in part
    await turn();
    expect(page.titles()).toHaveLength(6);
    page.unsaved(false);
    expect(await done).toEqual(new Map());
    expect(page.seen).toEqual([
      [first, 3],
      [['k3', 'k4', 'k5'], 6],
      [['k6'], 7],
    ]);
    expect(page.titles()).toHaveLength(10);
    expect(page.history.undo()).toBe(true);
    expect(readBoard(page.doc).discarded).toHaveLength(7);
  });

  test('[KW30] stays kept from where the line was cut, and says so', async () => {
    const page = openPage();
    page.unsaved(true);
    const done = page.putBack(seven);
    await turn();
    page.cut();
    const left = ['k3', 'k4', 'k5', 'k6'];
    expect(await done).toEqual(new Map(left.map((key) => [key, { kind: 'interrupted' }])));
    expect(page.titles()).toHaveLength(6);
  });

  test('[KW30] small things go together, without waiting for anything', async () => {
    const page = openPage();
    page.cut();
    expect(await page.putBack(kept(card('n0'), card('n1'), means('Un budget')))).toEqual(new Map());
    expect(page.seen).toEqual([[['k0', 'k1', 'k2'], 3]]);
  });

  test('[KW30] what is too large by itself stays, in bytes as a server counts them', async () => {
    const page = openPage();
    const constrained = (id: string, letter: string): KeptThing => {
      const constraints = Array.from({ length: 20 }, (_, at) => ({
        id: `${id}-${at}`,
        rank: 'a0',
        text: letter.repeat(4_900),
      }));
      return {
        kind: 'created',
        path: ['actions', id],
        values: { title: id, priorityId: water, rank: 'a9', constraints },
      };
    };
    const items = kept(constrained('plain', 'x'), constrained('curly', '’'));
    expect(await page.putBack(items)).toEqual(new Map([['k1', { kind: 'too-large' }]]));
    expect(page.titles()).toContain('plain');
    expect(page.titles()).not.toContain('curly');
  });
});

test('[KW34] of one place the later is put back; the earlier stays, and says why', async () => {
  const page = openPage();
  const items = kept(means('Un budget'), means('Deux budgets'));
  expect(await page.putBack(items)).toEqual(new Map([['k0', { kind: 'another' }]]));
  expect(readBoard(page.doc).actions.get(a)?.means).toBe('Deux budgets');
  expect(page.seen).toEqual([[['k1'], 1]]);
});

describe('what is asked of the session', () => {
  test('[KW33] dots are cast, and what the session refuses stays', async () => {
    const [open, closed] = [openPage(), openPage('participant', { grants: false })];
    expect(await open.putBack(kept(votes))).toEqual(new Map());
    expect(open.asked).toEqual([{ type: 'vote-cast', roundId, actionId: a, dots: 2 }]);
    expect(await closed.putBack(kept(votes))).toEqual(new Map([['k0', { kind: 'refused' }]]));
    expect(closed.seen).toEqual([[[], 1]]);
  });

  test('[KW33] an idea is a draft while ideas are hidden, else a card', async () => {
    const page = openPage();
    page.tell({ rules: VISIBILITIES.masquée });
    expect(await page.putBack(kept(idea))).toEqual(new Map());
    const { kind: _kind, ...words } = idea;
    expect(page.asked).toEqual([{ type: 'draft-write', ...words }]);
    expect(page.titles()).toHaveLength(3);
    page.tell({ rules: FREE_RULES });
    expect(await page.putBack(kept(idea))).toEqual(new Map());
    expect(page.asked).toHaveLength(1);
    expect(page.titles()).toContain('Planter');
  });

  test('[KW17] what nobody knows the place of can only be copied', async () => {
    const page = openPage();
    expect(await page.putBack(kept(note))).toEqual(new Map([['k0', { kind: 'only-copied' }]]));
  });

  test('[KW3] before the session is there nothing of the board is put back', async () => {
    const page = openPage();
    page.stores.session.setState(null, true);
    expect(await page.putBack(kept(card('n0')))).toEqual(new Map([['k0', { kind: 'forbidden' }]]));
    expect(page.titles()).toHaveLength(3);
    expect(page.allows(card('n0'))).toBe(false);
  });
});

describe('what may be put back now', () => {
  const closed = { state: 'closed', reason: 'boardFull' } as const;
  type Page = ReturnType<typeof openPage>;
  test.each<[string, KeptThing, boolean, Role, (page: Page) => unknown]>([
    ['dots, while their vote is open', votes, true, 'participant', () => {}],
    [
      'dots, once it is closed',
      votes,
      false,
      'participant',
      (page) => page.tell({ rounds: rounds(5) }),
    ],
    [
      'dots, of a vote nobody knows',
      votes,
      false,
      'participant',
      (page) => page.tell({ rounds: [] }),
    ],
    [
      'dots, while the step takes none',
      votes,
      false,
      'participant',
      (page) => page.tell({ rules: READ_ONLY, rounds: rounds(null) }),
    ],
    [
      'an idea, while ideas are hidden',
      idea,
      true,
      'participant',
      (page) => page.tell({ rules: VISIBILITIES.masquée }),
    ],
    [
      'an idea of who only looks by now',
      idea,
      false,
      'observer',
      (page) => page.tell({ role: 'observer', rules: VISIBILITIES.masquée }),
    ],
    ['an idea, once writing is open', idea, true, 'participant', () => {}],
    [
      'an idea, in a step to read',
      idea,
      false,
      'participant',
      (page) => page.tell({ rules: READ_ONLY }),
    ],
    ['a field, in a free step', means('Un budget'), true, 'participant', () => {}],
    [
      'a field of others’ action, where one edits one’s own',
      means('Un budget'),
      false,
      'participant',
      (page) => page.tell({ rules: { ...FREE_RULES, edit: 'own' } }),
    ],
    ['what has no place', note, false, 'facilitator', () => {}],
    [
      'a card, once the server has let go',
      card('n0'),
      false,
      'facilitator',
      (page) => page.stores.connection.setState(closed, true),
    ],
    ['a card, without a line', card('n0'), true, 'facilitator', (page) => page.cut()],
  ])('[KW12] %s', (_what, thing, is, role, happens) => {
    const page = openPage(role);
    page.tell({ rounds: rounds(null) });
    happens(page);
    expect(page.allows(thing)).toBe(is);
  });

  test('[KW12] a field of an action that somebody of one’s own direction proposed', () => {
    const page = openPage('participant');
    page.tell({ rules: { ...FREE_RULES, edit: 'own' } });
    addEntity(page.doc, 'actions', 'ours', {
      title: 'À nous',
      priorityId: water,
      authorDirectionId: roads,
    });
    page.stores.board.setState(readBoard(page.doc), true);
    const path = ['actions', 'ours', 'means'];
    expect(page.allows({ kind: 'value', path, value: 'Un budget' })).toBe(true);
  });
});
