import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createDecode } from '../../../server/rooms/board/admit/decode.ts';
import type { Writer } from '../../../server/rooms/board/admit/permit.ts';
import { type Admission, type AdmissionContext, admit } from '../../../server/rooms/board/admit.ts';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { readIncoming } from '../../../server/rooms/socket/incoming.ts';
import { addEntity, addPart } from '../../../shared/board/doc.ts';
import { ACTION_FIELDS, LIMITS } from '../../../shared/board/schema.ts';
import type { PartId, PersonId } from '../../../shared/ids.ts';
import { FREE_RULES, type StepRules, VISIBILITIES } from '../../../shared/session/rules.ts';
import {
  ANA,
  actionIn,
  BEN,
  bytesOf,
  CLEO,
  CLIENTS,
  forge,
  SERVER,
  smallBoard,
  WALL,
} from '../../support/forge.ts';
import { consult } from '../../support/oracle.ts';
import { syncFrame } from '../../support/sync-client.ts';

const decode = createDecode(20_000);
const contextOf = (
  doc: Y.Doc,
  writer: Writer,
  rules: StepRules = FREE_RULES,
): AdmissionContext => ({
  doc,
  writer,
  rules: [rules],
  clients: CLIENTS,
  holderOf: () => undefined,
});
function judge(bytes: Uint8Array, context: AdmissionContext): Admission {
  const update = decode(bytes);
  return update.ok ? admit(update.value, context) : { kind: 'refused', reason: 'schema' };
}
const outcome = (admission: Admission): string =>
  admission.kind === 'refused' ? admission.reason : admission.kind;

/** Judges a change of a small board made under a fresh client id; both judges must agree on it. */
function tried(
  writer: Writer,
  change: (copy: Y.Doc) => void,
  rules: StepRules = FREE_RULES,
): string {
  const doc = smallBoard();
  const bytes = forge(doc, 99, change);
  const context = contextOf(doc, writer, rules);
  const admission = judge(bytes, context);
  const { faults, waits } = consult(bytes, context);
  expect(faults.length > 0 || waits, faults.join()).toBe(admission.kind !== 'admitted');
  return outcome(admission);
}
const newAction = (values: Record<string, unknown>) => (doc: Y.Doc) =>
  addEntity(doc, 'actions', 'new', { title: 'Neuve', priorityId: 'p1', rank: 'a5', ...values });
const text = (doc: Y.Doc, id: string, key: string): Y.Text => {
  const value = actionIn(doc, id).get(key);
  if (!(value instanceof Y.Text)) throw new Error(`no text ${key}`);
  return value;
};
const map = (doc: Y.Doc, id: string, key: string): Y.Map<unknown> => {
  const value = actionIn(doc, id).get(key);
  if (!(value instanceof Y.Map)) throw new Error(`no map ${key}`);
  return value;
};
const ofBen = { authorId: 'ben', authorDirectionId: 'dcp' };

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
    ['a list removed', (doc) => actionIn(doc, 'a1').delete('indicators')],
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
    ['a member that is no code', (doc) => map(doc, 'a1', 'decpSocial').set('invented', 0)],
    ['a member without a position', (doc) => map(doc, 'a1', 'levers').set('clauses', 'first')],
    ['a map within a text', (doc) => text(doc, 'a1', 'title').insertEmbed(0, new Y.Map())],
    ['a member that is a text', (doc) => map(doc, 'a1', 'levers').set('clauses', new Y.Text('x'))],
    ['a part that is a value', (doc) => map(doc, 'a1', 'indicators').set('i9', 'x')],
    [
      'a part without its lists',
      (doc) => map(doc, 'a1', 'indicators').set('i9', new Y.Map([['rank', 'a5']])),
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

  test('[AD4] an action without its containers, place or author is refused', () => {
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
      (doc) => map(doc, 'a1', 'indicators').delete('i1'),
      FREE_RULES,
      'admitted',
    ],
    [
      'removes another’s part while each their own',
      CLEO,
      (doc) => map(doc, 'a1', 'indicators').delete('i1'),
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

describe('client ids', () => {
  const doc = smallBoard();
  const typing = (copy: Y.Doc) => text(copy, 'a1', 'title').insert(0, 'x');

  test.each<[string, number, string]>([
    ['of one’s own', 20, 'admitted'],
    ['that nobody used', 77, 'admitted'],
    ['of somebody else', 30, 'authorship'],
    ['of the server', SERVER, 'authorship'],
  ])('[AD8] an update under an id %s', (_whose, client, expected) => {
    const bytes = forge(doc, client, typing);
    const admission = judge(bytes, contextOf(doc, BEN));
    expect(outcome(admission)).toBe(expected);
    if (admission.kind === 'admitted') expect(admission.claims).toEqual(client === 77 ? [77] : []);
  });

  test('[AD8] an id that somebody’s page has announced is theirs before they write', () => {
    const bytes = forge(doc, 77, typing);
    const announced = (holder: string) => ({
      ...contextOf(doc, BEN),
      holderOf: (client: number) => (client === 77 ? (holder as PersonId) : undefined),
    });
    expect(outcome(judge(bytes, announced('cleo')))).toBe('authorship');
    expect(outcome(judge(bytes, announced('ben')))).toBe('admitted');
  });

  test('[AD8] nobody takes thousands of ids', () => {
    const of = (count: number) =>
      createClientIds(new Map(Array.from({ length: count }, (_, i) => [1_000 + i, BEN.id])));
    const judged = (count: number) =>
      outcome(judge(forge(doc, 77, typing), { ...contextOf(doc, BEN), clients: of(count) }));
    expect([judged(999), judged(1_000)]).toEqual(['admitted', 'too-many']);
  });

  test('[AD17] a board is written under fewer ids than a page may say it has, by however many people', () => {
    const full = smallBoard();
    const gcOf = (client: number) => bytesOf(1, 1, client, 0, 0, 1, 0);
    const others = Array.from({ length: 7_996 }, (_, at) => [1, 1_000 + at, 0, 0, 1]);
    Y.applyUpdate(full, bytesOf(others.length, ...others.flat(), 0)); // beside the three
    const judged = (client: number, clients: AdmissionContext['clients'] = CLIENTS) =>
      outcome(judge(gcOf(client), { ...contextOf(full, BEN), clients }));
    expect(judged(77)).toBe('admitted');
    Y.applyUpdate(full, gcOf(77));
    expect(judged(78)).toBe('too-many');
    // Nor does it help to have said the id before; whoever writes there already goes on.
    expect(judged(79, createClientIds(new Map([[79, BEN.id]])))).toBe('too-many');
    const going = forge(full, 20, typing);
    expect(outcome(judge(going, contextOf(full, BEN)))).toBe('admitted');
    expect(readIncoming(syncFrame('step1', Y.encodeStateVector(full)))).toBeDefined();
  });
});

describe('made by hand', () => {
  const doc = smallBoard();
  const judged = (bytes: Uint8Array, writer: Writer = BEN) =>
    outcome(judge(bytes, contextOf(doc, writer)));
  const stateOf = (client: number) => Y.getState(doc.store, client);
  /** One struct block, then deletes: [blocks, structs, client, clock, info, …]. */
  const gc = (client: number, clock: number, length: number) =>
    bytesOf(1, 1, client, clock, 0, length, 0);
  /** The same board, without a part that was there. */
  const worn = smallBoard();
  map(worn, 'a1', 'indicators').delete('i1');
  const ofRemoved = () =>
    forge(doc, 20, (copy) => {
      const indicator = map(copy, 'a1', 'indicators').get('i1');
      if (indicator instanceof Y.Map) indicator.set('label', 'Nouveau');
    });

  test('[AD9] a GC over another’s next million clocks is refused; over one’s own it silences oneself', () => {
    expect(gc(30, stateOf(30), 1_000_000).length).toBeLessThan(15);
    expect(judged(gc(30, stateOf(30), 1_000_000))).toBe('authorship');
    expect(judged(gc(20, stateOf(20), 10))).toBe('admitted');
    expect(judged(gc(20, stateOf(20), 2 ** 40))).toBe('schema');
  });

  test.each([
    ['in the void', bytesOf(1, 1, 20, stateOf(20), 0, 1, 0)],
    ['in what was removed', ofRemoved()],
  ])('[AD18] what would be written %s is refused while nothing may be', (_where, bytes) => {
    const judgedIn = (rules: StepRules, writer = BEN) =>
      outcome(judge(bytes, contextOf(worn, writer, rules)));
    expect(judgedIn(FREE_RULES)).toBe('admitted');
    expect(judgedIn({ ...VISIBILITIES.lecture, comment: 'anyone' })).toBe('admitted');
    expect(judgedIn(VISIBILITIES.lecture)).toBe('step');
    expect(judgedIn(FREE_RULES, { ...BEN, role: 'observer' })).toBe('role');
  });

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['bytes after the end', bytesOf(0, 0, 7)],
    ['a promise of billions of structs', bytesOf(1, 2 ** 40, 20, stateOf(20), 0, 1)],
    [
      'two blocks of one client',
      bytesOf(2, 1, 20, stateOf(20), 0, 1, 1, 20, stateOf(20) + 1, 0, 1, 0),
    ],
    ['a struct without length', gc(20, stateOf(20), 0)],
    ['a range deleted twice', bytesOf(0, 1, 20, 2, 0, 3, 1, 3)],
    ['a range of no length', bytesOf(0, 1, 20, 1, 0, 0)],
    ['a type that does not exist', bytesOf(1, 1, 20, stateOf(20), 7, 1, 0, 99)],
    ['version 2 of the encoding', Y.encodeStateAsUpdateV2(doc)],
    // [0x84]: a string whose origin is the struct itself
    [
      'a struct that stands on itself',
      bytesOf(1, 1, 20, stateOf(20), [0x84], 20, stateOf(20), 1, 120, 0),
    ],
    [
      'what is known already, standing on what is not',
      bytesOf(1, 1, 20, 0, [0x84], 20, stateOf(20) + 5, 1, 120, 0),
    ],
    [
      'what is known already, in an unknown root',
      bytesOf(1, 1, 20, 0, 8, 1, 1, 120, 1, 119, 1, 120, 0),
    ],
  ])('[AD10] %s is refused', (_what, bytes) => {
    expect(judged(bytes)).toBe('schema');
  });

  test('[AD10] what is known already cannot cut a character of somebody else in two', () => {
    const title = text(doc, 'a1', 'title');
    const item = title._start;
    if (!item) throw new Error('no text');
    const inPair = item.id.clock + 4; // after B, e, n, space and half of the tree
    const known = bytesOf(1, 1, 30, 0, [0x84], item.id.client, inPair, 1, 120, 0);
    expect(judged(known, CLEO)).toBe('schema');
    expect(judged(bytesOf(1, 1, 30, 0, [0x84], item.id.client, inPair - 1, 1, 120, 0), CLEO)).toBe(
      'admitted',
    );
  });

  test('[AD10] more structs than allowed are not read to the end', () => {
    const read = createDecode(3)(Y.encodeStateAsUpdate(doc));
    expect(read).toEqual({ ok: false, error: 'too-many' });
  });

  test('[AD11] what stands on something missing is a gap: asked for, not stored', () => {
    expect(judged(gc(20, stateOf(20) + 5, 1))).toBe('gap');
    expect(judged(bytesOf(1, 1, 20, stateOf(20), [0x84], 555, 0, 1, 120, 0))).toBe('gap');
    expect(judged(bytesOf(0, 1, 20, 1, stateOf(20), 3))).toBe('gap');
    expect(judged(bytesOf(0, 1, 555, 1, 0, 3))).toBe('gap');
  });

  test('[AD11] a circle of references is refused', () => {
    const circle = bytesOf(2, 1, 61, 0, [0x84], 60, 0, 1, 120, 1, 60, 0, [0x84], 61, 0, 1, 120, 0);
    expect(judged(circle)).toBe('schema');
  });

  test('[AD12] a whole answer without anything new changes nothing, from an observer too', () => {
    const everything = Y.encodeStateAsUpdate(doc);
    for (const writer of [ANA, BEN, WALL])
      expect(judge(everything, contextOf(doc, writer))).toMatchObject({
        kind: 'admitted',
        effect: false,
      });
  });

  test('[AD12] what was written in something removed meanwhile is admitted, and drops', () => {
    const bytes = forge(doc, 30, (copy) => {
      const indicator = map(copy, 'a1', 'indicators').get('i1');
      if (indicator instanceof Y.Map) indicator.set('label', 'Nouveau');
    });
    const later = smallBoard();
    map(later, 'a1', 'indicators').delete('i1');
    expect(outcome(judge(bytes, contextOf(later, CLEO)))).toBe('admitted');
    Y.applyUpdate(later, bytes);
    expect(later.store.pendingStructs).toBeNull();
  });
});

describe('sizes', () => {
  test('[AD13] a text grows to its limit and not beyond; one beyond it may only shrink', () => {
    const insert = (length: number) => (doc: Y.Doc) =>
      text(doc, 'a2', 'title').insert(0, 'x'.repeat(length));
    expect(tried(CLEO, insert(LIMITS.titleCharacters - 4))).toBe('admitted');
    expect(tried(CLEO, insert(LIMITS.titleCharacters - 3))).toBe('too-large');

    const long = smallBoard();
    text(long, 'a2', 'title').insert(0, 'x'.repeat(400));
    const judged = (change: (title: Y.Text) => void) =>
      outcome(
        judge(
          forge(long, 77, (copy) => change(text(copy, 'a2', 'title'))),
          contextOf(long, BEN),
        ),
      );
    expect(judged((title) => title.delete(0, 10))).toBe('admitted');
    expect(judged((title) => title.insert(0, 'x'))).toBe('too-large');
    expect(
      judged((title) => {
        title.delete(0, 10);
        title.insert(0, 'xxxxxxxxx');
      }),
    ).toBe('admitted');
  });

  test('[AD13] an imported text that was shortened can be put back by undoing', () => {
    const long = smallBoard();
    const title = text(long, 'a2', 'title');
    title.insert(0, 'x'.repeat(400));
    title.delete(0, 50);
    const back = forge(long, 77, (copy) => text(copy, 'a2', 'title').insert(0, 'x'.repeat(50)));
    const more = forge(long, 77, (copy) => text(copy, 'a2', 'title').insert(0, 'x'.repeat(51)));
    const context = { ...contextOf(long, BEN), clients: createClientIds(new Map()) }; // all of it is the server's
    expect(outcome(judge(back, context))).toBe('admitted');
    expect(outcome(judge(more, context))).toBe('too-large');
  });

  test('[AD13] what was written and deleted again makes no room for more', () => {
    const board = smallBoard();
    const title = text(board, 'a2', 'title');
    const before = title.length;
    board.clientID = 78;
    for (let times = 0; times < 3; times++) {
      title.insert(0, 'x'.repeat(290));
      title.delete(0, 290);
    }
    const clients = createClientIds(new Map([[78, BEN.id]]));
    const context = { ...contextOf(board, BEN), clients };
    const write = (length: number) =>
      judge(
        forge(board, 77, (copy) => text(copy, 'a2', 'title').insert(0, 'x'.repeat(length))),
        context,
      );
    expect(outcome(write(LIMITS.titleCharacters - before))).toBe('admitted');
    expect(outcome(write(LIMITS.titleCharacters - before + 1))).toBe('too-large');
  });

  test('[AD13] a plain text is held to what editing may reach', () => {
    const means = (length: number) => (doc: Y.Doc) =>
      void actionIn(doc, 'a1').set('means', 'x'.repeat(length));
    expect(tried(BEN, means(LIMITS.noteCharacters))).toBe('admitted');
    expect(tried(BEN, means(LIMITS.noteCharacters + 1))).toBe('schema');
  });

  test('[AD14] there are not more parts, members or entities than allowed', () => {
    const parts = (count: number) => (doc: Y.Doc) => {
      const action = actionIn(doc, 'a2');
      for (let i = 0; i < count; i++)
        addPart(action, 'constraints', ACTION_FIELDS.constraints.fields, `k${i}` as PartId, {
          rank: 'a0',
        });
    };
    expect(tried(CLEO, parts(LIMITS.partsPerAction))).toBe('admitted');
    expect(tried(CLEO, parts(LIMITS.partsPerAction + 1))).toBe('too-many');
    const levers = (count: number) => (doc: Y.Doc) => {
      for (let i = 0; i < count; i++) map(doc, 'a2', 'levers').set(`l${i}`, i);
    };
    expect(tried(CLEO, levers(LIMITS.membersPerSet))).toBe('admitted');
    expect(tried(CLEO, levers(LIMITS.membersPerSet + 1))).toBe('too-many');
    const priorities = (count: number) => (doc: Y.Doc) => {
      for (let i = 0; i < count; i++)
        addEntity(doc, 'priorities', `q${i}`, { title: 'x', rank: 'a0' });
    };
    expect(tried(ANA, priorities(LIMITS.priorities - 2))).toBe('admitted');
    expect(tried(ANA, priorities(LIMITS.priorities - 1))).toBe('too-many');
  });

  test('[AD14] making room and filling it in one update is no excess', () => {
    const full = smallBoard();
    for (let i = 0; i < LIMITS.membersPerSet; i++) map(full, 'a2', 'levers').set(`l${i}`, i);
    const swap = forge(full, 77, (copy) => {
      map(copy, 'a2', 'levers').delete('l0');
      map(copy, 'a2', 'levers').set('other', 1);
    });
    expect(outcome(judge(swap, contextOf(full, BEN)))).toBe('admitted');
  });

  test('[AD14] writing a member anew makes no room', () => {
    const full = smallBoard();
    for (let i = 0; i < LIMITS.membersPerSet; i++) map(full, 'a2', 'levers').set(`l${i}`, i);
    const more = forge(full, 77, (copy) => {
      map(copy, 'a2', 'levers').set('l0', 5);
      map(copy, 'a2', 'levers').set('other', 1);
    });
    expect(outcome(judge(more, contextOf(full, BEN)))).toBe('too-many');
  });
});

describe('order', () => {
  /** As many clients as asked, of one struct each, the first of which stands on the second, and so on. */
  const chain = (clients: number): Uint8Array => {
    const structs = Array.from({ length: clients }, (_, at) => {
      const client = 1_000 + at;
      return [1, client, 0, [0x84], client + 1, 0, 1, 120] as const;
    });
    const [last] = [[1, 1_000 + clients, 0, [4], 0, 20, 0, 1, 120]] as const;
    return bytesOf(clients + 1, ...last, ...structs.flat(), 0);
  };
  /** How often the document was asked for the clock of a client. */
  const asked = (bytes: Uint8Array, writer: Writer) => {
    const doc = smallBoard();
    const look = vi.spyOn(doc.store.clients, 'get');
    const admission = judge(bytes, contextOf(doc, writer));
    return { admission: outcome(admission), times: look.mock.calls.length };
  };

  test('[AD16] clients that each wait for the next are put in order with a few looks at each', () => {
    const many = asked(chain(490), BEN);
    expect(many.admission).toBe('schema'); // in no place of the board
    expect(many.times).toBeLessThan(490 * 10);
  });

  test.each([
    ['an observer', WALL, 100, 'role'],
    ['somebody who takes a thousand ids', BEN, 1_000, 'too-many'],
  ] as const)('[AD16] what %s writes is not even put in order', (_who, writer, clients, reason) => {
    const { admission, times } = asked(chain(clients), writer);
    expect(admission).toBe(reason);
    expect(times).toBeLessThanOrEqual((clients + 1) * 3);
  });
});

describe('effort', () => {
  /** An update of `count` characters, each at the very beginning of a text for itself. */
  const atStart = (doc: Y.Doc, client: number, count: number): Uint8Array => {
    const id = text(doc, 'a1', 'description')._item?.id;
    if (!id) throw new Error('no text');
    const struct = [[4], 0, id.client, id.clock, 1, 120] as const;
    return bytesOf(1, count, client, 0, ...Array.from({ length: count }, () => struct).flat(), 0);
  };

  test('[AD15] an update that would hold the server over what others wrote is refused', () => {
    const doc = smallBoard();
    const first = atStart(doc, 4_000, 4_000);
    expect(outcome(judge(first, contextOf(doc, BEN)))).toBe('too-many');
    Y.applyUpdate(doc, first);
    expect(outcome(judge(atStart(doc, 5_000, 4_000), contextOf(doc, BEN)))).toBe('too-many');
    expect(outcome(judge(atStart(doc, 5_000, 50), contextOf(doc, BEN)))).toBe('admitted');
  });

  test('[AD15] nor can it be made slow within itself', () => {
    const doc = smallBoard();
    const id = text(doc, 'a1', 'description')._item?.id;
    if (!id) throw new Error('no text');
    // One run of characters, then one character behind each of them, standing before nothing.
    const run = [
      [4],
      0,
      id.client,
      id.clock,
      4_000,
      ...Array.from({ length: 4_000 }, () => 120),
    ] as const;
    const behind = Array.from({ length: 3_000 }, (_, at) => [[0x84], 5_000, at, 1, 120] as const);
    const bytes = bytesOf(1, 3_001, 5_000, 0, ...run, ...behind.flat(), 0);
    expect(outcome(judge(bytes, contextOf(doc, BEN)))).toBe('too-many');
  });

  test('[AD15] a long text written backwards or in its middle, offline, while others do the same, is none', () => {
    const doc = smallBoard();
    const write = (client: number, place: (text: Y.Text, i: number) => number) =>
      forge(doc, client, (copy) => {
        const description = text(copy, 'a1', 'description');
        for (let i = 0; i < 3_000; i++) description.insert(place(description, i), 'x');
      });
    const updates = [
      write(4_000, () => 0),
      write(5_000, ({ length }) => length >> 1),
      write(6_000, ({ length }, i) => (i * 7_919) % length),
    ];
    for (const update of updates.slice(0, 2)) {
      expect(outcome(judge(update, contextOf(doc, BEN)))).toBe('admitted');
      Y.applyUpdate(doc, update);
    }
    expect(outcome(judge(updates[2] ?? new Uint8Array(), contextOf(doc, BEN)))).toBe('admitted');
  });
});
