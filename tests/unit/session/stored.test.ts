import { expect, test } from 'vitest';
import type { ActionId } from '../../../shared/ids.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import { EMPTY_SESSION, type SessionState } from '../../../shared/session/state.ts';
import { readSession, SESSION_SCHEMA, storeSession } from '../../../shared/session/stored.ts';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { unwrap } from '../../support/result.ts';
import { openRound, smallSession, start, stepOf } from '../../support/session-people.ts';
import { a, water } from '../../support/small-workshop.ts';

const textOf = (state: SessionState) => new TextDecoder().decode(storeSession(state).bytes);
const again = (state: SessionState) => unwrap(readSession(storeSession(state)));

/** Somebody of each kind did something of each kind, in a step whose ideas are unsigned. */
function lived() {
  const session = smallSession([
    stepOf('ideas', { ...VISIBILITIES.masquée, vote: 'open' }, { anonymous: true }),
    stepOf('open', VISIBILITIES.ouverte),
  ]);
  session.ask('ana', start('ideas'));
  session.ask('ana', { type: 'timer-start', seconds: 60, effect: 'pause' });
  session.ask('ana', openRound('round'));
  session.ask('ben', {
    type: 'vote-cast',
    roundId: 'round' as RoundId,
    actionId: a,
    dots: 2,
  });
  for (const title of ['{"$map":[]}', 'Deuxième'])
    session.ask('ben', {
      type: 'draft-write',
      id: `by-ben-${title.length}` as ActionId,
      priorityId: water,
      title,
      description: '',
    });
  session.ask('cleo', { type: 'hand', up: true });
  session.ask('cleo', { type: 'done', on: true });
  return session;
}

test('[SE19] a session that was stored is the same, to the order of its ideas', () => {
  const { stage } = lived();
  expect(again(stage.state())).toEqual(stage.state());
  expect([...again(stage.state()).ideas.keys()]).toEqual([...stage.state().ideas.keys()]);
  expect(again(EMPTY_SESSION)).toEqual(EMPTY_SESSION);
});

test('[SE19] what a stored session does not say is as in an empty one', () => {
  const bytes = new TextEncoder().encode('{"acts":3}');
  expect(unwrap(readSession({ schema: 1, bytes }))).toEqual({ ...EMPTY_SESSION, acts: 3 });
});

test('[SE19] one of a later version is not read', () => {
  const stored = { ...storeSession(EMPTY_SESSION), schema: SESSION_SCHEMA + 1 };
  expect(readSession(stored)).toEqual({
    ok: false,
    error: { kind: 'newer-schema', version: SESSION_SCHEMA + 1 },
  });
});

test('[SE20] of what was revealed without its author, and of ballots once they are added up, nobody is told in it', () => {
  const session = lived();
  expect(textOf(session.stage.state())).toMatch(/Deuxième.*person:ben/su);
  session.ask('ana', { type: 'reveal', priorityId: null });
  session.ask('ana', { type: 'round-close', id: 'round' as RoundId });
  expect(textOf(session.stage.state())).not.toMatch(/Deuxième|"ben"|person:ben/u);
});
