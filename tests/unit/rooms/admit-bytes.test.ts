/** What an update may be made of, whatever wrote it: ids, bytes, order, and what judging it costs. */
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createDecode } from '../../../server/rooms/board/admit/decode.ts';
import type { Writer } from '../../../server/rooms/board/admit/permit.ts';
import type { AdmissionContext } from '../../../server/rooms/board/admit.ts';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { readIncoming } from '../../../server/rooms/socket/incoming.ts';
import type { PersonId } from '../../../shared/ids.ts';
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
import { syncFrame } from '../../support/sync-client.ts';
import { contextOf, judge, outcome, text } from './judged.ts';

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
  actionIn(worn, 'a1').delete('indicators/i1');
  const ofRemoved = () =>
    forge(doc, 20, (copy) => {
      const indicator = actionIn(copy, 'a1').get('indicators/i1');
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
      const indicator = actionIn(copy, 'a1').get('indicators/i1');
      if (indicator instanceof Y.Map) indicator.set('label', 'Nouveau');
    });
    const later = smallBoard();
    actionIn(later, 'a1').delete('indicators/i1');
    expect(outcome(judge(bytes, contextOf(later, CLEO)))).toBe('admitted');
    Y.applyUpdate(later, bytes);
    expect(later.store.pendingStructs).toBeNull();
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
