/** How much of everything a board may have, and that no update makes room for more. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '../../../server/rooms/board/admit/permit.ts';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { addEntity, addPart } from '../../../shared/board/doc.ts';
import { PERSON_LIMITS } from '../../../shared/board/person-limits.ts';
import { ACTION_FIELDS, LIMITS } from '../../../shared/board/schema.ts';
import type { PartId, PersonId } from '../../../shared/ids.ts';
import { ANA, actionIn, BEN, CLEO, forge, smallBoard } from '../../support/forge.ts';
import { contextOf, judge, outcome, text, tried } from './judged.ts';

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
      for (let i = 0; i < count; i++) actionIn(doc, 'a2').set(`levers/l${i}`, i);
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

  test.each([
    { root: 'actions', max: PERSON_LIMITS.actions },
    { root: 'comments', max: PERSON_LIMITS.comments },
  ] as const)(
    '[AD19] a participant has $max $root on a board, and others theirs',
    ({ root, max }) => {
      const full = smallBoard();
      const add = (doc: Y.Doc, id: string, authorId: string) => {
        const what =
          root === 'actions'
            ? { title: 'x', priorityId: 'p1', rank: 'a0' }
            : { actionId: 'a1', text: 'x', at: 1 };
        addEntity(doc, root, id, { ...what, authorId });
      };
      const dan = {
        id: 'dan' as PersonId,
        role: 'participant',
        directionId: null,
        actorId: null,
      } as const;
      full.transact(() => {
        for (let i = 0; i < max - 1; i++) add(full, `dan-${i}`, dan.id);
        for (let i = 0; i < 50; i++) add(full, `ana-${i}`, ANA.id);
      });
      const adding = (writer: Writer, count: number) => {
        const bytes = forge(full, 99, (copy) => {
          for (let i = 0; i < count; i++) add(copy, `new-${i}`, writer.id);
        });
        return outcome(judge(bytes, contextOf(full, writer)));
      };
      expect([adding(dan, 1), adding(dan, 2)]).toEqual(['admitted', 'share']);
      expect(adding({ ...dan, role: 'facilitator' }, 100)).toBe('admitted');
      const eve = { ...dan, id: 'eve' as PersonId };
      expect(adding(eve, 100)).toBe('admitted');
    },
  );

  test('[AD14] deleting what lost to another’s value makes no room', () => {
    const full = smallBoard();
    const sets = (doc: Y.Doc, letter: string) => {
      for (let i = 0; i < LIMITS.membersPerSet; i++)
        actionIn(doc, 'a2').set(`supportingDirections/${letter}${i}`, i);
    };
    const before = Y.encodeStateAsUpdate(full);
    full.clientID = 30;
    full.transact(() => sets(full, 'd'));
    const sly = new Y.Doc();
    Y.applyUpdate(sly, before);
    const known = Y.encodeStateVector(sly);
    sly.clientID = 5; // lower: its values of the same keys lose
    sly.transact(() => {
      sets(sly, 'd');
      for (const key of actionIn(sly, 'a2').keys())
        if (key.startsWith('supportingDirections/')) actionIn(sly, 'a2').delete(key);
      sets(sly, 'e');
    });
    const bytes = Y.encodeStateAsUpdate(sly, known);
    expect(outcome(judge(bytes, contextOf(full, CLEO)))).toBe('too-many');
  });

  test('[AD14] making room and filling it in one update is no excess', () => {
    const full = smallBoard();
    for (let i = 0; i < LIMITS.membersPerSet; i++) actionIn(full, 'a2').set(`levers/l${i}`, i);
    const swap = forge(full, 77, (copy) => {
      actionIn(copy, 'a2').delete('levers/l0');
      actionIn(copy, 'a2').set('levers/other', 1);
    });
    expect(outcome(judge(swap, contextOf(full, BEN)))).toBe('admitted');
  });

  test('[AD14] writing a member anew makes no room', () => {
    const full = smallBoard();
    for (let i = 0; i < LIMITS.membersPerSet; i++) actionIn(full, 'a2').set(`levers/l${i}`, i);
    const more = forge(full, 77, (copy) => {
      actionIn(copy, 'a2').set('levers/l0', 5);
      actionIn(copy, 'a2').set('levers/other', 1);
    });
    expect(outcome(judge(more, contextOf(full, BEN)))).toBe('too-many');
  });
});
