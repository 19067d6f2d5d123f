import { expect, test } from 'vitest';
import { createChanges } from '../../../server/rooms/changes.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { type Scene, viewFor } from '../../../shared/session/view.ts';
import { EVERYBODY, PEOPLE, smallSession } from '../../support/session-people.ts';

test('[SR12] a view goes whole once, then by the keys that differ, and not at all when only time went by', () => {
  const changes = createChanges<object>();
  const [page, other] = [{}, {}];
  const scene: Scene = {
    ...{ state: smallSession().stage.state(), present: EVERYBODY, entryCode: null, now: 1 },
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
