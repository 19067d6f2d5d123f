/** Work that a board does not take: read from the document it was done in, and done again. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addEntity, createDoc, entityMap, LOCAL, writeInfo } from '../../../shared/board/doc.ts';
import type { Action } from '../../../shared/board/schema.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { createUndoHistory } from '../../../shared/board/undo.ts';
import { workAt, workBy } from '../../../shared/board/work/collect.ts';
import { lackingIn } from '../../../shared/board/work/lacking.ts';
import { contentAt, type Path, pathKey } from '../../../shared/board/work/path.ts';
import { type PutBack, putBack } from '../../../shared/board/work/put-back.ts';
import { type Touched, touchedIn } from '../../../shared/board/work/touched.ts';
import { type Work, workKey } from '../../../shared/board/work/work.ts';
import { boardOfAllKinds, kindsOfWork } from '../../support/kinds-of-work.ts';

const author = {
  personId: 'me',
  directionId: 'dce',
  actorId: null,
} as unknown as PutBack['author'];
const anything: PutBack['may'] = () => true;

/** A board with two priorities and one action, as the server has it. */
function emptyBoard(): Y.Doc {
  const doc = createDoc();
  writeInfo(doc, { schemaVersion: SCHEMA_VERSION });
  return doc;
}

function board(): Y.Doc {
  const doc = emptyBoard();
  doc.transact(() => {
    addEntity(doc, 'priorities', 'p1', { title: 'Climat', rank: 'a0' });
    addEntity(doc, 'priorities', 'p2', { title: 'Emploi', rank: 'a1' });
    addEntity(doc, 'directions', 'dce', { name: 'Commande', rank: 'a0' });
    addEntity(doc, 'actors', 'fede', { name: 'Fédération', rank: 'a0' });
    addEntity(doc, 'policies', 'pcaet', { name: 'PCAET', rank: 'a0' });
    addEntity(doc, 'actions', 'a1', {
      title: 'Clause sociale',
      description: 'Première phrase.',
      priorityId: 'p1',
      rank: 'a0',
      authorId: 'other',
      levers: ['lots'],
      ambition: 'legal',
      indicators: [
        { id: 'i1', label: 'Heures', rank: 'a0', targets: [{ id: 't1', value: 3, rank: 'a0' }] },
      ],
      constraints: [{ id: 'c1', text: 'Délais', rank: 'a0' }],
    });
  });
  return doc;
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = createDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

/** Somebody's page: what they touch is noted, as the page does it. */
function page(from: Y.Doc) {
  const doc = copyOf(from);
  const touched = new Map<string, Touched>();
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local)
      for (const place of touchedIn(doc, transaction)) touched.set(pathKey(place.path), place);
  });
  return { doc, works: () => workAt(doc, [...touched.values()]) };
}

/** Does the kept work again on a fresh copy of the board, and gives both boards as plain data. */
function again(server: Y.Doc, works: readonly Work[], options: Partial<PutBack> = {}) {
  const fresh = copyOf(server);
  const lacking = lackingIn(fresh, works);
  const kept = putBack(fresh, { works: lacking, author, may: anything, ...options });
  return { fresh, lacking, kept };
}

const plain = (doc: Y.Doc) => Object.fromEntries<Partial<Action>>(readBoard(doc).actions);
const action = (doc: Y.Doc) => entityMap(doc, 'actions', 'a1') as Y.Map<unknown>;

describe('every kind of work', () => {
  const moi = { personId: 'moi', directionId: null, actorId: null } as typeof author;

  test.each(kindsOfWork())('[KW1] $name: kept, and done again', ({ does, key }) => {
    const server = boardOfAllKinds();
    const { doc, works } = page(server);
    doc.transact(() => does(doc), LOCAL);
    expect(works().map(workKey)).toContain(key);
    const { fresh, kept } = again(server, works(), { author: moi });
    expect([...kept]).toEqual([]);
    expect(readBoard(fresh)).toEqual(readBoard(doc));
    expect(readBoard(fresh)).not.toEqual(readBoard(server));
    expect(lackingIn(fresh, works())).toEqual([]);
  });

  test('[KW1] what was changed inside an indicator and a constraint is done again', () => {
    const server = board();
    const { doc, works } = page(server);
    const inner = (...path: Path) => contentAt(doc, ['actions', 'a1', ...path]) as Y.Map<unknown>;
    doc.transact(() => {
      inner('indicators', 'i1').set('unit', 'heures');
      inner('indicators', 'i1').delete('label');
      inner('indicators', 'i1', 'targets', 't1').set('value', 5);
      inner('constraints', 'c1').set('text', 'Délais longs');
    }, LOCAL);
    const { fresh, kept } = again(server, works());
    expect([...kept]).toEqual([]);
    expect(plain(fresh)).toEqual(plain(doc));
    expect(plain(fresh).a1).toMatchObject({
      indicators: [{ id: 'i1', unit: 'heures', targets: [{ id: 't1', value: 5 }] }],
      constraints: [{ id: 'c1', text: 'Délais longs' }],
    });
    expect(plain(fresh).a1?.indicators?.[0]).not.toHaveProperty('label');
  });

  test('[KW5] all of it stands on an empty board afterwards', () => {
    const doc = boardOfAllKinds();
    const works = workBy(doc, () => true);
    const { fresh, kept } = again(emptyBoard(), works, { author: moi });
    expect([...kept]).toEqual([]);
    expect(readBoard(fresh)).toEqual(readBoard(doc));
  });
});

describe('entities', () => {
  test('[KW1] an action added comes back whole, signed by who does it, under its id', () => {
    const server = board();
    const { doc, works } = page(server);
    doc.transact(
      () =>
        addEntity(doc, 'actions', 'new', {
          title: 'Neuve',
          description: 'Texte',
          priorityId: 'p2',
          rank: 'a1',
          authorId: 'me',
          levers: ['lots'],
        }),
      LOCAL,
    );
    entityMap(doc, 'actions', 'new')?.set('deadline', '2027-01-01');
    expect(works().map(({ kind }) => kind)).toEqual(['created']);
    const { fresh } = again(server, works());
    expect(plain(fresh).new).toEqual({ ...plain(doc).new, authorDirectionId: 'dce' });
  });

  test('[KW2] an action that reached the board after all is compared field by field', () => {
    const server = board();
    const { doc, works } = page(server);
    doc.transact(
      () => addEntity(doc, 'actions', 'new', { title: 'Neuve', priorityId: 'p2', rank: 'a1' }),
      LOCAL,
    );
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    entityMap(doc, 'actions', 'new')?.set('means', 'Un agent');
    const { lacking, fresh } = again(server, works());
    expect(lacking.map(workKey)).toEqual([pathKey(['actions', 'new', 'means'])]);
    expect(plain(fresh)).toEqual(plain(doc));
  });

  test('[KW3] what an action is not allowed any more stays kept, and the rest is done', () => {
    const server = board();
    const { doc, works } = page(server);
    doc.transact(() => {
      action(doc).set('means', 'Un agent');
      action(doc).set('priorityId', 'p2');
      action(doc).set('rank', 'a0');
    }, LOCAL);
    const { fresh, kept } = again(server, works(), { may: (change) => change !== 'move' });
    expect([...kept.values()]).toEqual([{ kind: 'forbidden' }]);
    expect(plain(fresh).a1).toMatchObject({ means: 'Un agent', priorityId: 'p1' });
  });

  test('[KW3] what stood in something that is gone stays kept', () => {
    const server = board();
    const { doc, works } = page(server);
    action(doc).set('means', 'Un agent');
    const empty = emptyBoard();
    const { kept } = again(empty, works());
    expect([...kept.values()]).toEqual([{ kind: 'entity-gone' }]);
  });
});

describe('texts', () => {
  const edited = (theirs: (text: Y.Text) => void, options: Partial<PutBack> = {}) => {
    const server = board();
    const doc = copyOf(server);
    const path = ['actions', 'a1', 'description'];
    (action(doc).get('description') as Y.Text).insert(16, ' La mienne.');
    theirs(action(server).get('description') as Y.Text);
    const { fresh, kept } = again(
      server,
      workAt(doc, [{ path, base: 'Première phrase.' }]),
      options,
    );
    return { text: String(action(fresh).get('description')), kept: [...kept.values()] };
  };

  test('[KW4] others wrote elsewhere in the text: both are there', () => {
    expect(edited((text) => text.insert(0, 'Avant. '))).toEqual({
      text: 'Avant. Première phrase. La mienne.',
      kept: [],
    });
  });
  test('[KW4] others wrote in the same place: nothing is decided for the person', () => {
    expect(edited((text) => text.insert(16, ' La leur.'))).toEqual({
      text: 'Première phrase. La leur.',
      kept: [{ kind: 'text-changed', now: 'Première phrase. La leur.' }],
    });
  });
  test.each([
    ['replace', 'Première phrase. La mienne.'],
    ['append', 'Première phrase. La leur.\nPremière phrase. La mienne.'],
  ] as const)('[KW4] asked to %s, it does', (onChangedText, text) => {
    expect(edited((their) => their.insert(16, ' La leur.'), { onChangedText })).toEqual({
      text,
      kept: [],
    });
  });
});

describe('another epoch', () => {
  test('[KW5] all that stands under one’s ids is found, what others wrote is not', () => {
    const server = board();
    const doc = copyOf(server);
    action(doc).set('means', 'À moi');
    (action(doc).get('title') as Y.Text).insert(0, 'Ma ');
    action(doc).set('levers/clauses', 3);
    const works = workBy(doc, (client) => client === doc.clientID);
    expect(works.map(({ path }) => path.slice(2).join('.')).toSorted()).toEqual([
      'levers.clauses',
      'means',
      'title',
    ]);
    const { fresh } = again(server, works);
    expect(plain(fresh)).toEqual(plain(doc));
  });

  test('[KW5] a whole board is put back on an empty one, frame and all', () => {
    const doc = board();
    const { fresh, kept } = again(
      emptyBoard(),
      workBy(doc, () => true),
    );
    expect([...kept]).toEqual([]);
    const signed = { authorId: 'me', authorDirectionId: 'dce' };
    expect(plain(fresh)).toEqual({ a1: { ...plain(doc).a1, ...signed } });
    expect(readBoard(fresh).priorities).toEqual(readBoard(doc).priorities);
  });
});

test('[KW3] one undo takes all of it back: additions are set aside, changes undone; redo does it again', () => {
  const server = board();
  const { doc, works } = page(server);
  doc.transact(() => {
    addEntity(doc, 'actions', 'new', { title: 'Neuve', priorityId: 'p2', rank: 'a1' });
    action(doc).set('means', 'Un agent');
    action(doc).set('ambition', 'pilot');
    (action(doc).get('title') as Y.Text).insert(0, 'Ma ');
  }, LOCAL);
  const fresh = copyOf(server);
  const history = createUndoHistory(fresh);
  history.asOneStep(() =>
    putBack(fresh, { works: lackingIn(fresh, works()), author, may: anything }),
  );
  expect(plain(fresh).a1).toEqual(plain(doc).a1);
  expect(history.undo()).toBe(true);
  expect(plain(fresh).a1).toEqual(plain(server).a1);
  expect(plain(fresh).a1?.ambition).toBe('legal'); // what was overwritten is back
  expect(plain(fresh).new?.discarded).toBe(true);
  expect(history.canUndo()).toBe(false);
  expect(history.redo()).toBe(true);
  expect(plain(fresh).a1).toEqual(plain(doc).a1);
  expect(plain(fresh).new?.discarded).toBeUndefined();
});
