/** What is decided of the screen of the room, what directions commit themselves to, and who is told. */
import { describe, expect, test } from 'vitest';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import type { ActionId, DirectionId } from '../../../shared/ids.ts';
import { isPledged } from '../../../shared/session/pledges/pledges.ts';
import type { ProjectionView } from '../../../shared/session/projection/projection.ts';
import { FREE_RULES, VISIBILITIES } from '../../../shared/session/rules.ts';
import { type Request, readRequest } from '../../../shared/session/session.ts';
import { unwrap } from '../../support/result.ts';
import {
  type Outcome,
  smallSession,
  start,
  stepOf,
  type Who,
} from '../../support/session-people.ts';
import { a, b, jobs, roads, water } from '../../support/small-workshop.ts';

const project = (
  view: ProjectionView | null,
  page: number | null = null,
  held = false,
): Request => ({
  type: 'project',
  view,
  page,
  held,
});
const pledge = (actionId: ActionId, on = true): Request => ({ type: 'pledge', actionId, on });
const coverage: ProjectionView = { kind: 'view', view: 'coverage' };

describe('the projection', () => {
  test.each<[Who, Request, Outcome]>([
    ['ana', project(coverage), 'granted'],
    ['ana', project(null, 3, true), 'granted'],
    ['zoe', project({ kind: 'entry' }), 'granted'],
    ['ana', project(null), 'already'],
    ['ben', project(coverage), 'role'],
    ['mur', project(coverage), 'role'],
  ])('[SE22] %s asks %j: %s', (who, request, outcome) => {
    expect(smallSession().ask(who, request)).toBe(outcome);
  });

  test.each([
    { view: null, page: -1, held: false },
    { view: null, page: 1.5, held: false },
    { view: { kind: 'pilot' }, page: null, held: false },
    { view: { kind: 'elsewhere' }, page: null, held: false },
    { view: null, page: null },
  ])('[SE22] %j is no request', (fields) => {
    expect(readRequest({ type: 'project', ...fields })).toBeUndefined();
  });

  test('[SE22] leaders and screens are told with when it was asked, participants nothing; the next step ends it', () => {
    const session = smallSession([stepOf('one', FREE_RULES), stepOf('two', FREE_RULES)]);
    session.ask('ana', start('one'));
    for (const who of ['ana', 'ben', 'mur'] as const)
      expect(session.view(who)).not.toHaveProperty('projection');
    session.ask('ana', project(coverage, 2, true));
    const told = { view: coverage, page: 2, held: true, at: session.now() };
    expect(session.view('zoe').projection).toEqual(told);
    expect(session.view('mur').projection).toEqual(told);
    expect(session.view('ben')).not.toHaveProperty('projection');
    // Apart from what participants are shown.
    expect(session.view('ben').focus).toBeNull();
    session.ask('zoe', start('two', 'one'));
    expect(session.view('mur').projection).toBeNull();
  });
});

describe('what was revealed', () => {
  test('[SE24] observers are told what was revealed in the step, and how many wrote', () => {
    const hidden = stepOf('hidden', VISIBILITIES.masquée);
    const session = smallSession([hidden, stepOf('open', FREE_RULES)]);
    session.ask('ana', start('hidden'));
    const write = (who: Who, id: string, priorityId = water) =>
      session.ask(who, {
        type: 'draft-write',
        id: id as ActionId,
        priorityId,
        title: `Idée ${id}`,
        description: '',
      });
    write('ben', 'i1');
    write('ben', 'i2');
    write('cleo', 'i3', jobs);
    expect(session.view('mur')).not.toHaveProperty('shownIdeas');
    session.ask('ana', { type: 'reveal', priorityId: water });
    expect(session.view('mur').shownIdeas).toEqual({ ids: ['i1', 'i2'], writers: 2 });
    session.ask('ana', { type: 'reveal', priorityId: null });
    expect(session.view('mur').shownIdeas).toEqual({ ids: ['i1', 'i2', 'i3'], writers: 2 });
    for (const who of ['ana', 'ben'] as const)
      expect(session.view(who)).not.toHaveProperty('shownIdeas');
    session.ask('ana', start('open', 'hidden'));
    expect(session.view('mur').shownIdeas).toBeNull();
    const { act = 0 } = session.view('ana').undoable ?? {};
    session.ask('ana', { type: 'undo', act });
    expect(session.view('mur').shownIdeas).toEqual({ ids: ['i1', 'i2', 'i3'], writers: 2 });
  });
});

describe('pledges', () => {
  const report = stepOf('report', VISIBILITIES.lecture, { kind: 'report' });
  const closing = stepOf('closing', VISIBILITIES.lecture, { kind: 'closing' });
  const sheets = stepOf('sheets', FREE_RULES, { kind: 'sheets' });
  /** Roads lead `a`; nobody leads `b`. */
  const stage = () => {
    const session = smallSession([report, closing, sheets]);
    unwrap(setSheetField(session.doc, a, 'leadDirectionId', roads));
    return session;
  };

  test.each<[string | null, Who, Request, Outcome]>([
    ['report', 'ben', pledge(a), 'granted'],
    ['closing', 'ben', pledge(a), 'granted'],
    [null, 'ben', pledge(a), 'granted'],
    ['sheets', 'ben', pledge(a), 'step'],
    ['sheets', 'ana', pledge(a), 'granted'],
    ['report', 'dan', pledge(a), 'role'],
    ['report', 'mur', pledge(a), 'role'],
    ['report', 'ana', pledge(b), 'nothing'],
    ['report', 'ana', pledge('x' as ActionId), 'gone'],
    ['report', 'ben', pledge(a, false), 'already'],
  ])('[SE23] in %s, %s asks %j: %s', (step, who, request, outcome) => {
    const session = stage();
    if (step) session.ask('ana', start(step));
    expect(session.ask(who, request)).toBe(outcome);
  });

  test('[SE23] it is told to everybody, taken back, and not taken for that of another lead', () => {
    const session = stage();
    session.ask('ana', start('report'));
    expect(session.view('dan')).not.toHaveProperty('pledges');
    session.ask('ben', pledge(a));
    expect(session.ask('cleo', pledge(a))).toBe('already');
    for (const who of ['ana', 'dan', 'mur'] as const)
      expect(session.view(who).pledges).toEqual({ a: roads });
    const { pledges } = session.view('mur');
    expect(isPledged({ id: a, leadDirectionId: roads }, pledges)).toBe(true);
    expect(isPledged({ id: a, leadDirectionId: 'other' as DirectionId }, pledges)).toBe(false);
    session.ask('ben', pledge(a, false));
    expect(session.view('mur').pledges).toEqual({});
  });

  test('[SE23] nobody but those who lead commits a direction while everybody is paused', () => {
    const session = stage();
    session.ask('ana', start('report'));
    session.ask('ana', { type: 'freeze', on: true });
    expect(session.ask('ben', pledge(a))).toBe('step');
    expect(session.ask('ana', pledge(a))).toBe('granted');
  });

  test('[SE23] a direction that has left the board leads nothing', () => {
    const session = stage();
    unwrap(addFrameEntity(session.doc, 'directions', { name: 'Eau' }));
    unwrap(setSheetField(session.doc, b, 'leadDirectionId', 'gone'));
    expect(session.ask('ana', pledge(b))).toBe('nothing');
  });
});
