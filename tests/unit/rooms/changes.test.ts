import { expect, test } from 'vitest';
import { createChanges } from '../../../server/rooms/session/changes.ts';
import { viewAfter } from '../../../shared/protocol/messages.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import type { Present } from '../../../shared/session/present.ts';
import type { Scene } from '../../../shared/session/scene.ts';
import { type SessionView, viewFor } from '../../../shared/session/view.ts';
import { DEFAULT_VOTE, type RoundId } from '../../../shared/session/votes/votes.ts';
import { random } from '../../support/random.ts';
import { EVERYBODY, PEOPLE, smallSession, type Who } from '../../support/session-people.ts';

test('[SR12] a view goes whole once, then by the keys that differ, and not at all when only time went by', () => {
  const changes = createChanges<object>();
  const [page, other] = [{}, {}];
  const scene: Scene = {
    state: smallSession().stage.state(),
    present: EVERYBODY,
    entryCode: null,
    now: 1,
  };
  const since = (key: object, change: Partial<Scene> = {}) =>
    changes.since(key, viewFor(PEOPLE.ben, { ...scene, ...change }));
  expect(since(page)).toEqual(viewFor(PEOPLE.ben, scene));
  expect(since(page, { now: 2 })).toBeUndefined();
  // Other objects that say the same are no news.
  expect(since(page, { present: EVERYBODY.map((person) => ({ ...person })) })).toBeUndefined();

  const state = evolve(scene.state, { type: 'summoned', at: 3, by: PEOPLE.ana.id });
  expect(since(page, { state, now: 3 })).toEqual({ summonedAt: 3, now: 3 });
  expect(since(other, { state, now: 3 })).toMatchObject({ me: 'ben', summonedAt: 3 });
});

test('[SR12] of people and rounds those alone are told that differ, and everybody when one left', () => {
  const changes = createChanges<object>();
  const page = {};
  const { stage, ask } = smallSession();
  const since = (present: readonly Present[]) =>
    changes.since(page, viewFor(PEOPLE.ben, { ...scene, state: stage.state(), present }));
  const scene = { entryCode: null, now: 1 };
  const { ana, ben, cleo, dan } = PEOPLE;
  since([ana, ben]);
  const away = { ...ana, clients: [] };
  expect(since([away, ben, cleo])?.items?.people?.map(({ id }) => id)).toEqual(['ana', 'cleo']);
  expect(since([away, ben, cleo])).toBeUndefined();
  expect(since([ben, cleo])).toMatchObject({ people: [{ id: 'ben' }, { id: 'cleo' }] });
  expect(since([cleo, ben])).toMatchObject({ people: [{ id: 'cleo' }, { id: 'ben' }] });

  const rounds = ['one', 'two'].map((id) => id as RoundId);
  for (const round of rounds) {
    ask('ana', { type: 'round-open', id: round, title: round, setup: DEFAULT_VOTE });
    if (round === 'one') ask('ana', { type: 'round-close', id: round });
  }
  expect(since([cleo, ben])?.items?.rounds?.map(({ id }) => id)).toEqual(rounds);
  expect(since([cleo, ben, dan])?.items).toMatchObject({
    people: [{ id: 'dan' }],
    rounds: [{ id: 'two', progress: { expected: 3 } }],
  });
});

test.each([1, 2, 3])(
  '[SR12] all that was told comes to the view, whoever comes and goes (seed %i)',
  (seed) => {
    const next = random(seed);
    const changes = createChanges<object>();
    const pages = EVERYBODY.map((viewer) => ({
      viewer,
      page: {},
      known: null as SessionView | null,
    }));
    const { stage, ask, now } = smallSession();
    let present: readonly Present[] = [];
    let partial = 0;
    for (let turn = 1; turn <= 300; turn++) {
      const who = EVERYBODY[Math.floor(next() * EVERYBODY.length)] ?? PEOPLE.ben;
      const others = present.filter(({ id }) => id !== who.id);
      const chance = next();
      if (chance < 0.2) present = others;
      else if (chance < 0.5) present = [...others, { ...who, clients: [turn] }];
      else if (chance < 0.7)
        present = present.map((each) => (each.id === who.id ? { ...each, clients: [turn] } : each));
      else if (chance < 0.9) ask(who.id as Who, { type: 'hand', up: next() < 0.5 });
      else if (chance < 0.95)
        ask('ana', {
          type: 'round-open',
          id: `${turn}` as RoundId,
          title: 'Vote',
          setup: DEFAULT_VOTE,
        });
      else
        ask('ana', { type: 'round-close', id: stage.state().rounds.at(-1)?.id ?? ('' as RoundId) });
      for (const one of pages) {
        if (next() < 0.3) continue; // told less often than things happen
        const view = viewFor(one.viewer, {
          state: stage.state(),
          present,
          entryCode: null,
          now: now(),
        });
        const change = changes.since(one.page, view);
        if (change?.items) partial += 1;
        if (change) one.known = viewAfter(one.known, JSON.parse(JSON.stringify(change)));
        expect(one.known).toEqual(JSON.parse(JSON.stringify(view)));
      }
    }
    expect(partial).toBeGreaterThan(100);
  },
);
