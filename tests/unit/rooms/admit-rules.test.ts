/** What an update may change: what the schema knows, by whom, when, and under whose name. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '../../../server/rooms/board/admit/permit.ts';
import { addEntity } from '../../../shared/board/doc.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { FREE_RULES, type StepRules, VISIBILITIES } from '../../../shared/session/rules.ts';
import { ANA, actionIn, BEN, CLEO, forge, smallBoard, WALL } from '../../support/forge.ts';
import { contextOf, judge, newAction, ofBen, outcome, text, tried } from './judged.ts';

describe('against the schema', () => {
  test.each<[string, (doc: Y.Doc) => void]>([
    ['an unknown root', (doc) => doc.getMap('other').set('a', 1)],
    ['a list where a root map is', (doc) => doc.get('actions', Y.Array).push([1])],
    ['an unknown key', (doc) => actionIn(doc, 'a1').set('colour', 'red')],
    ['a key __proto__', (doc) => actionIn(doc, 'a1').set('__proto__', 'x')],
    ['a key constructor', (doc) => actionIn(doc, 'a1').set('constructor', 'x')],
    [
      'an entity under __proto__',
      (doc) => addEntity(doc, 'priorities', '__proto__', { title: 'x', rank: 'a9' }),
    ],
    ['a value of the wrong type', (doc) => actionIn(doc, 'a1').set('impact', '3')],
    ['a value out of its list', (doc) => actionIn(doc, 'a1').set('status', 'merged')],
    ['a day that does not exist', (doc) => actionIn(doc, 'a1').set('deadline', '2027-02-30')],
    ['a malformed rank', (doc) => actionIn(doc, 'a1').set('rank', 'a00')],
    ['a map where a value is', (doc) => actionIn(doc, 'a1').set('means', new Y.Map())],
    ['bytes where a value is', (doc) => actionIn(doc, 'a1').set('means', new Uint8Array(3))],
    ['a document inside', (doc) => actionIn(doc, 'a1').set('means', new Y.Doc())],
    ['a text replaced by a value', (doc) => actionIn(doc, 'a1').set('title', 'plain')],
    ['a text replaced by a text', (doc) => actionIn(doc, 'a1').set('title', new Y.Text('other'))],
    ['a text removed', (doc) => actionIn(doc, 'a1').delete('description')],
    ['a map for a list', (doc) => actionIn(doc, 'a1').set('indicators', new Y.Map())],
    ['a set under its own name', (doc) => actionIn(doc, 'a1').set('levers', 0)],
    ['a member of a text', (doc) => actionIn(doc, 'a1').set('title/a', 0)],
    ['a member of a member', (doc) => actionIn(doc, 'a1').set('levers/a/b', 0)],
    ['a member without a name', (doc) => actionIn(doc, 'a1').set('levers/', 0)],
    ['a member of nothing', (doc) => actionIn(doc, 'a1').set('/clauses', 0)],
    ['a format in a text', (doc) => text(doc, 'a1', 'title').format(0, 2, { bold: true })],
    ['an embed in a text', (doc) => text(doc, 'a1', 'title').insertEmbed(0, { image: 'x' })],
    ['a key on a text', (doc) => text(doc, 'a1', 'title').setAttribute('lang', 'fr')],
    [
      'an XML text where a text is',
      (doc) => {
        const action = new Y.Map<unknown>();
        doc.getMap('actions').set('new', action);
        action.set('title', new Y.XmlText());
      },
    ],
    ['a member that is no code', (doc) => actionIn(doc, 'a1').set('decpSocial/invented', 0)],
    ['a member without a position', (doc) => actionIn(doc, 'a1').set('levers/clauses', 'first')],
    ['a map within a text', (doc) => text(doc, 'a1', 'title').insertEmbed(0, new Y.Map())],
    [
      'a member that is a text',
      (doc) => actionIn(doc, 'a1').set('levers/clauses', new Y.Text('x')),
    ],
    ['a part that is a value', (doc) => actionIn(doc, 'a1').set('indicators/i9', 'x')],
    [
      'a part with a field that parts have not',
      (doc) => actionIn(doc, 'a1').set('indicators/i9', new Y.Map([['levers/clauses', 0]])),
    ],
    [
      'a part within a part that is a value',
      (doc) => actionIn(doc, 'a1').set('indicators/i9', new Y.Map([['targets/t9', 0]])),
    ],
    ['an entity that is a value', (doc) => doc.getMap('priorities').set('p9', 'x')],
    [
      'a value that hides in a prototype',
      (doc) =>
        doc.getMap('board').set('levers', [JSON.parse('{"code":"x","fr":"x","en":"x","more":1}')]),
    ],
  ])('[AD4] %s is refused', (_what, change) => {
    expect(['schema', 'authorship']).toContain(tried(ANA, change));
  });

  test('[AD4] an action without its texts, place or author is refused', () => {
    const bare = (doc: Y.Doc) =>
      void doc.getMap('actions').set('new', new Y.Map([['authorId', 'ana']]));
    expect(tried(ANA, bare)).toBe('schema');
    expect(tried(ANA, newAction({ authorId: 'ana', rank: undefined }))).toBe('schema');
    expect(tried(ANA, newAction({ authorId: 'ana', priorityId: undefined }))).toBe('schema');
    expect(tried(ANA, newAction({ authorId: 'ana' }))).toBe('admitted');
  });

  test('[AD4] an action that is there is never written over; what facilitators lay out may be', () => {
    const again = newAction({ authorId: 'ana', priorityId: 'p1' });
    const over = (doc: Y.Doc) => {
      again(doc);
      const entity = doc.getMap('actions').get('new') as Y.Map<unknown>;
      doc.getMap('actions').set('a1', entity.clone());
      doc.getMap('actions').delete('new');
    };
    expect(tried(ANA, over)).toBe('schema');
    const anew = (doc: Y.Doc) => addEntity(doc, 'priorities', 'p1', { title: 'x', rank: 'a9' });
    expect(tried(ANA, anew)).toBe('admitted');
  });

  test('[AD4] a new action names a priority that is on the board, or was', () => {
    const doc = smallBoard();
    const judged = (priorityId: string) =>
      outcome(judge(forge(doc, 99, newAction({ ...ofBen, priorityId })), contextOf(doc, BEN)));
    expect(judged('nowhere')).toBe('schema');
    doc.getMap('priorities').delete('p2');
    expect(judged('p2')).toBe('admitted');
  });

  test('[AD4] a new action may name a priority that comes with it, be it gone again', () => {
    const both = (doc: Y.Doc) => {
      addEntity(doc, 'priorities', 'p9', { title: 'Neuve', rank: 'a9' });
      newAction({ authorId: 'ana', priorityId: 'p9' })(doc);
    };
    expect(tried(ANA, both)).toBe('admitted');
    const stillborn = (doc: Y.Doc) => {
      both(doc);
      doc.getMap('priorities').delete('p9');
    };
    expect(tried(ANA, stillborn)).toBe('admitted');
  });
});

describe('who and when', () => {
  const typing = (doc: Y.Doc) => text(doc, 'a1', 'title').insert(0, 'x');
  const moving = (doc: Y.Doc) => void actionIn(doc, 'a1').set('rank', 'a7');
  const settingAside = (doc: Y.Doc) => void actionIn(doc, 'a1').set('discarded', true);
  const merging = (doc: Y.Doc) => void actionIn(doc, 'a1').set('mergedInto', 'a2');
  const framing = (doc: Y.Doc) => void doc.getMap('board').set('title', 'Autre');
  const giving = (doc: Y.Doc) => void actionIn(doc, 'a1').set('assignedTo', 'ben');
  const adding = newAction(ofBen);
  const own: StepRules = { ...FREE_RULES, edit: 'own' };
  const ofRow = (id: string, of: Partial<Writer>): Writer => ({
    ...CLEO,
    actorId: null,
    id: id as PersonId,
    ...of,
  });
  const still: StepRules = { ...FREE_RULES, move: 'nobody' };
  const reading = VISIBILITIES.lecture;

  test('[AD5] what somebody of one’s direction, or of one’s outside actor, proposed is one’s own', () => {
    const edits = (id: string) => (doc: Y.Doc) => text(doc, id, 'title').insert(0, 'x');
    const ofDirection = ofRow('dan', { directionId: BEN.directionId });
    const ofActor = ofRow('eve', { actorId: CLEO.actorId });
    expect([tried(ofDirection, edits('a1'), own), tried(ofActor, edits('a2'), own)]).toEqual([
      'admitted',
      'admitted',
    ]);
    expect([tried(ofDirection, edits('a2'), own), tried(ofActor, edits('a1'), own)]).toEqual([
      'step',
      'step',
    ]);
  });

  test.each<[string, Writer, (doc: Y.Doc) => void, StepRules, string]>([
    ['types in another’s action while free', CLEO, typing, FREE_RULES, 'admitted'],
    ['types in another’s action while each their own', CLEO, typing, own, 'step'],
    ['types in their own action while each their own', BEN, typing, own, 'admitted'],
    ['types while nobody does', BEN, typing, reading, 'step'],
    ['types while only reading, as facilitator', ANA, typing, reading, 'admitted'],
    ['types as observer', WALL, typing, FREE_RULES, 'role'],
    ['moves while free', CLEO, moving, FREE_RULES, 'admitted'],
    ['moves while nothing moves', CLEO, moving, still, 'step'],
    ['merges while nothing moves', CLEO, merging, still, 'step'],
    ['sets aside while free', CLEO, settingAside, FREE_RULES, 'admitted'],
    ['sets aside another’s while each their own', CLEO, settingAside, own, 'step'],
    ['changes the frame', BEN, framing, FREE_RULES, 'frame-locked'],
    ['gives a sheet to somebody', BEN, giving, FREE_RULES, 'frame-locked'],
    ['gives a sheet, as facilitator', ANA, giving, reading, 'admitted'],
    [
      'adds an action given to themselves',
      BEN,
      newAction({ ...ofBen, assignedTo: 'ben' }),
      FREE_RULES,
      'frame-locked',
    ],
    ['changes the frame as facilitator', ANA, framing, reading, 'admitted'],
    ['adds while free', BEN, adding, FREE_RULES, 'admitted'],
    ['adds while reading', BEN, adding, reading, 'step'],
    ['adds in the open while ideas are hidden', BEN, adding, VISIBILITIES.masquée, 'step'],
    ['adds while texts and places are locked', BEN, adding, { ...still, edit: 'none' }, 'admitted'],
    [
      'adds something merged while nothing moves',
      BEN,
      newAction({ ...ofBen, mergedInto: 'a2' }),
      still,
      'step',
    ],
    [
      'removes a priority',
      BEN,
      (doc) => doc.getMap('priorities').delete('p2'),
      FREE_RULES,
      'frame-locked',
    ],
    [
      'removes a priority as facilitator',
      ANA,
      (doc) => doc.getMap('priorities').delete('p2'),
      FREE_RULES,
      'admitted',
    ],
    [
      'destroys an action as facilitator',
      ANA,
      (doc) => doc.getMap('actions').delete('a1'),
      FREE_RULES,
      'schema',
    ],
    [
      'destroys their own action',
      BEN,
      (doc) => doc.getMap('actions').delete('a1'),
      FREE_RULES,
      'schema',
    ],
    [
      'writes votes a file came with',
      ANA,
      (doc) => actionIn(doc, 'a1').set('votes', 9),
      FREE_RULES,
      'role',
    ],
    [
      'removes a part while free',
      CLEO,
      (doc) => actionIn(doc, 'a1').delete('indicators/i1'),
      FREE_RULES,
      'admitted',
    ],
    [
      'removes another’s part while each their own',
      CLEO,
      (doc) => actionIn(doc, 'a1').delete('indicators/i1'),
      own,
      'step',
    ],
    [
      'deletes another’s text while each their own',
      CLEO,
      (doc) => text(doc, 'a1', 'title').delete(0, 2),
      own,
      'step',
    ],
  ])('[AD5] who %s: %s', (_what, writer, change, rules, expected) => {
    expect(tried(writer, change, rules)).toBe(expected);
  });
});

describe('authorship', () => {
  test.each<[string, Writer, Record<string, unknown>, string]>([
    ['of oneself', BEN, ofBen, 'admitted'],
    ['of oneself, for an actor', CLEO, { authorId: 'cleo', authorActorId: 'ffb' }, 'admitted'],
    ['of somebody else', BEN, { ...ofBen, authorId: 'cleo' }, 'authorship'],
    ['of nobody', BEN, { authorDirectionId: 'dcp' }, 'authorship'],
    ['of another direction', BEN, { ...ofBen, authorDirectionId: 'env' }, 'authorship'],
    ['without one’s direction', BEN, { authorId: 'ben' }, 'authorship'],
    ['with an actor one has not', BEN, { ...ofBen, authorActorId: 'ffb' }, 'authorship'],
    ['of a participant, by a facilitator', ANA, ofBen, 'authorship'],
    ['with votes', BEN, { ...ofBen, votes: 3 }, 'role'],
  ])('[AD6] a new action %s', (_what, writer, values, expected) => {
    expect(tried(writer, newAction(values))).toBe(expected);
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ['is written over', (doc) => actionIn(doc, 'a1').set('authorId', 'cleo')],
    ['is removed', (doc) => actionIn(doc, 'a1').delete('authorId')],
    ['is added later', (doc) => actionIn(doc, 'a1').set('authorActorId', 'ffb')],
  ])('[AD6] an author that %s is refused, from facilitators too', (_what, change) => {
    expect(tried(ANA, change)).toBe('authorship');
    expect(tried(CLEO, change)).toBe('authorship');
  });

  test('[AD6] an action is not written over by another one of the same id', () => {
    const again = (doc: Y.Doc) =>
      addEntity(doc, 'actions', 'a2', { title: 'Autre', priorityId: 'p1', rank: 'a5', ...ofBen });
    expect(tried(BEN, again)).toBe('schema');
  });

  test('[AD7] a comment is its author’s, and a facilitator’s to remove', () => {
    const comment = (authorId: string) => (doc: Y.Doc) =>
      addEntity(doc, 'comments', 'c9', { actionId: 'a1', authorId, text: 'non', at: 2 });
    const removing = (doc: Y.Doc) => doc.getMap('comments').delete('c1');
    expect(tried(CLEO, comment('cleo'))).toBe('admitted');
    expect(tried(CLEO, comment('ben'))).toBe('authorship');
    expect(tried(CLEO, comment('cleo'), VISIBILITIES.lecture)).toBe('step');
    expect(tried(CLEO, removing)).toBe('authorship');
    expect(tried(BEN, removing)).toBe('admitted');
    expect(tried(ANA, removing)).toBe('admitted');
  });
});
