import { expect, test } from 'vitest';
import { addAction, mergeActions } from '../../../shared/board/commands/actions.ts';
import { setActionsAside } from '../../../shared/board/commands/aside.ts';
import { actionsOf } from '../../../shared/board/facts.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { replay } from '../../../shared/session/evolve.ts';
import { VISIBILITIES } from '../../../shared/session/rules.ts';
import type { Request } from '../../../shared/session/session.ts';
import { unwrap } from '../../support/result.ts';
import {
  type Outcome,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';
import { water } from '../../support/small-workshop.ts';

const personId = 'ben' as PersonId;
const aside = (on: boolean, whose = personId): Request => ({
  type: 'work-aside',
  personId: whose,
  on,
});
const draft = (id: string, title = id): Request => ({
  type: 'draft-write',
  id: id as ActionId,
  priorityId: water,
  title,
  description: '',
});
function hiding() {
  const session = smallSession([stepOf('hidden', VISIBILITIES.masquée)]);
  const author = { personId, directionId: null, actorId: null };
  const place = { priorityId: water, before: null };
  const shown = unwrap(addAction(session.doc, { title: 'De Ben', place, author }));
  session.ask('ana', start('hidden'));
  for (const id of ['one', 'two']) session.ask('ben', draft(id));
  session.ask('cleo', draft('by-cleo'));
  return { ...session, shown };
}
const hiddenOf = ({ stage }: ReturnType<typeof hiding>) => [...stage.state().ideas.keys()];

test.each<[Who, Request, Outcome]>([
  ['ana', aside(true), 'granted'],
  ['zoe', aside(true), 'granted'],
  ['ben', aside(true), 'role'],
  ['mur', aside(true), 'role'],
  ['ana', aside(false), 'already'],
  ['ana', aside(true, 'dan' as PersonId), 'nothing'],
])(
  '[SE25] %s asks that the work of somebody be set aside, or back: %j is %s',
  (who, request, outcome) => {
    expect(hiding().ask(who, request)).toBe(outcome);
  },
);

test('[SE25] actions and hidden ideas of somebody go in one act, and come back in one, nobody else’s', () => {
  const session = hiding();
  session.ask('ana', aside(true));
  expect(session.stage.events().at(-1)).toMatchObject({
    type: 'work-set-aside',
    actionIds: [session.shown],
  });
  expect(hiddenOf(session)).toEqual(['by-cleo']);
  expect([session.view('ana').aside, session.view('cleo').aside]).toEqual([['ben'], undefined]);
  expect(session.view('ana').drafts.writers).toBe(1);
  session.ask('zoe', aside(false));
  expect(hiddenOf(session)).toEqual(['by-cleo', 'one', 'two']);
  expect(session.view('ana').aside).toEqual([]);
  expect(replay(session.stage.events())).toEqual(session.stage.state());
});

test('[SE25] what they write after stays, and is set aside with the rest when it is asked again', () => {
  const session = hiding();
  session.ask('ana', aside(true));
  expect(session.ask('ben', draft('three'))).toBe('granted');
  expect(hiddenOf(session)).toEqual(['by-cleo', 'three']);
  session.ask('ana', aside(true));
  session.ask('ana', aside(false));
  expect(hiddenOf(session)).toEqual(['by-cleo', 'one', 'two', 'three']);
});

test('[SE25] an idea that is set aside is still its author’s alone, to rewrite and to take back', () => {
  const session = hiding();
  session.ask('ana', aside(true));
  expect(session.ask('cleo', draft('one', 'volée'))).toBe('gone');
  expect(session.ask('cleo', { type: 'draft-remove', id: 'one' as ActionId })).toBe('gone');
  expect(session.ask('ben', draft('one', 'autrement'))).toBe('granted');
  expect(session.ask('ben', { type: 'draft-remove', id: 'two' as ActionId })).toBe('granted');
  session.ask('ana', aside(false));
  expect(hiddenOf(session)).toEqual(['by-cleo', 'one']);
  expect(session.stage.state().ideas.get('one' as ActionId)?.title).toBe('autrement');
  expect(replay(session.stage.events())).toEqual(session.stage.state());
});

test('[SE25] a reveal leaves out what is set aside', () => {
  const session = hiding();
  session.ask('ana', aside(true));
  session.ask('ana', { type: 'reveal', priorityId: null });
  expect(session.stage.state().lastReveal?.ids).toEqual(['by-cleo']);
});

test('[SE25] of an action into which others’ were merged nothing leaves the wall', () => {
  const { doc, shown } = hiding();
  expect(actionsOf(doc, personId)).toEqual([shown]);
  const place = { priorityId: water, before: null };
  const cleo = { personId: 'cleo' as PersonId, directionId: null, actorId: null };
  const other = unwrap(addAction(doc, { title: 'De Cléo', place, author: cleo }));
  unwrap(mergeActions(doc, [other], shown));
  expect(actionsOf(doc, personId)).toEqual([]);
});

test('[SE25] many actions are set aside at once; those that are so already, or gone, stay as they are', () => {
  const { doc, shown } = hiding();
  const isAside = () => readBoard(doc).actions.get(shown)?.discarded ?? false;
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  setActionsAside(doc, [shown, 'gone' as ActionId], true);
  expect([isAside(), actionsOf(doc, personId), updates]).toEqual([true, [], 1]);
  setActionsAside(doc, [shown], true);
  expect(updates).toBe(1);
  setActionsAside(doc, [shown], false);
  expect([isAside(), actionsOf(doc, personId)]).toEqual([false, [shown]]);
});
