/** Every kind of work that the schema allows, and every reason there is, told in people’s words. */
import { describe as about, expect, test } from 'vitest';
import * as Y from 'yjs';
import { describe } from '../../../client/features/kept/describe.ts';
import { groupsOf } from '../../../client/features/kept/groups.ts';
import { mailOf } from '../../../client/features/kept/mail.ts';
import type { Reading } from '../../../client/features/kept/reading.ts';
import { KEPT_REASONS, type KeptWork } from '../../../client/sync/kept/kept-work.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { workAt } from '../../../shared/board/work/collect.ts';
import { type Touched, touchedIn } from '../../../shared/board/work/touched.ts';
import { commonEn } from '../../../shared/text/en/common.ts';
import { facilitationEn } from '../../../shared/text/en/facilitation.ts';
import { keptEn } from '../../../shared/text/en/kept.ts';
import { sheetEn } from '../../../shared/text/en/sheet.ts';
import { boardOfAllKinds, kindsOfWork } from '../../support/kinds-of-work.ts';
import { smallWorkshop } from '../../support/small-workshop.ts';
import { fr } from '../../support/words.ts';

const FR = {
  language: 'fr',
  t: fr.kept,
  common: fr.common,
  sheet: fr.sheet,
  frame: fr.facilitation,
};
const EN = { language: 'en', t: keptEn, common: commonEn, sheet: sheetEn, frame: facilitationEn };
const reading = (words: typeof FR | typeof EN, board: Reading['board']): Reading =>
  ({ ...words, board }) as Reading;

/** What one kind of work leaves to be kept, beside the board that has not taken it. */
function kept(does: (doc: Y.Doc) => void) {
  const server = boardOfAllKinds();
  const doc = createDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  const touched: Touched[] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local) touched.push(...touchedIn(doc, transaction));
  });
  doc.transact(() => does(doc));
  return { board: readBoard(server), works: workAt(doc, touched) };
}

const item = (work: KeptWork['work'], change: Partial<KeptWork> = {}): KeptWork =>
  ({
    key: 'k',
    boardId: 'b',
    personId: 'p',
    workshop: '',
    at: 0,
    why: 'step',
    where: {},
    work,
    ...change,
  }) as KeptWork;

about('every field of the schema', () => {
  test.each(kindsOfWork())('[KW12] $name is told, in both languages', ({ does }) => {
    const { board, works } = kept(does);
    expect(works.length).toBeGreaterThan(0);
    for (const work of works)
      for (const words of [FR, EN])
        for (const known of [board, null]) {
          const { kind, here } = describe({ work }, reading(words, known));
          // A sentence or a label, never a key of the schema.
          expect(kind).toMatch(/^(\p{Lu}|eForms )/u);
          expect(kind).not.toMatch(/undefined|\[object/);
          if (work.kind === 'text')
            expect(here).toBe(work.text === '' ? words.t.emptied : work.text);
          expect(here).not.toMatch(/undefined|\[object|NaN/);
        }
  });

  test('[KW12] what people typed stands in the window letter by letter', () => {
    const typed = kindsOfWork().flatMap(({ does, name }) => {
      const { board, works } = kept(does);
      return works.flatMap((work) =>
        work.kind === 'value' && String(work.value).startsWith('Nouveau ')
          ? [{ name, typed: work.value, here: describe({ work }, reading(FR, board)).here }]
          : [],
      );
    });
    expect(typed.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'board.purpose set',
        'priorities.orientation set',
        'actors.expectation set',
        'actions.means set',
        'comments.text set',
      ]),
    );
    expect(typed.map(({ here }) => here)).toEqual(typed.map((each) => each.typed));
  });
});

about('what is not of the board', () => {
  const board = readBoard(smallWorkshop());
  test.each([
    [
      { kind: 'idea', id: 'i', priorityId: 'water', title: 'Un', description: 'Deux' },
      'Idée',
      'Un\n\nDeux',
    ],
    [{ kind: 'votes', roundId: 'r', actionId: 'a', dots: 2 }, 'Votes non comptés', '2 gommettes'],
    [{ kind: 'typed', field: 'Moyens', text: 'Un age' }, 'Texte commencé · Moyens', 'Un age'],
  ])('[KW12] %j is told', (work, kind, here) => {
    const told = describe(item(work as KeptWork['work']), reading(FR, board));
    expect(told).toEqual({ kind, here, now: null });
  });
});

test.each([...KEPT_REASONS])('[KW19] why it was kept, %s, accuses nobody', (why) => {
  for (const { t } of [FR, EN]) {
    const said: string | undefined = (t.why as Readonly<Record<string, string>>)[why];
    expect(said).toMatch(/^\p{Lu}.*\.$/u);
    expect(said).not.toMatch(/\bvous\b|\bvotre\b|\byou\b|\byour\b|refus|interdit|forbid|faute/i);
  }
});

test('[KW12] things of one action stand together, what is new stands for itself', () => {
  const board = readBoard(smallWorkshop());
  const items = [
    item({ kind: 'text', path: ['actions', 'a', 'title'], text: 'Mieux', base: 'Action a' }),
    item(
      {
        kind: 'created',
        path: ['actions', 'n'],
        values: { title: 'Neuve', priorityId: 'jobs' },
      },
      { where: { priority: 'Emploi' } },
    ),
    item({ kind: 'created', path: ['comments', 'c'], values: { actionId: 'a', text: 'Un mot' } }),
    item({ kind: 'value', path: ['board', 'title'], value: 'Autre' }),
    item(
      { kind: 'value', path: ['actions', 'partie', 'means'], value: 'X' },
      { where: { number: '2.1', title: 'Partie', priority: 'Emploi' } },
    ),
  ];
  const groups = groupsOf(items, reading(FR, board));
  expect(
    groups.map(({ number, title, priority, entries }) => [number, title, priority, entries.length]),
  ).toEqual([
    ['1.1', 'Action a', 'Eau', 2],
    ['2.1', 'Partie', 'Emploi', 1],
    ['', 'Nouvelle action', 'Emploi', 1],
    ['', 'Cadre de l’atelier', '', 1],
  ]);
  expect(groups[0]?.entries[0]).toMatchObject({ kind: 'Intitulé', here: 'Mieux', now: 'Action a' });
});

test('[KW15] all of it is one plain text, without a mark of any format', () => {
  const board = readBoard(smallWorkshop());
  const items = [
    item({ kind: 'text', path: ['actions', 'a', 'description'], text: 'Une ligne\n<b>deux</b>' }),
    item({ kind: 'removed', path: ['actions', 'a', 'constraints', 'c'] }),
  ];
  const now = reading(FR, board);
  expect(mailOf('Achats', groupsOf(items, now), now).replace(/Gardé le .*/, 'Gardé le …')).toBe(
    'Travail gardé — Achats\n\n1.1 Action a — Eau\nGardé le …\nDescription :\nUne ligne\n<b>deux</b>\nContrainte retirée\n',
  );
});
