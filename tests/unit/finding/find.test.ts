/** What a search and its filters find, as data. */
import { expect, test } from 'vitest';
import { moveAction } from '../../../shared/board/commands/actions.ts';
import { editFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { fillBoard } from '../../../shared/board/fill.ts';
import { createBoardView } from '../../../shared/board/snapshot.ts';
import {
  type Filter,
  filterParams,
  isNoFilter,
  NO_FILTER,
  readFilter,
  toggled,
} from '../../../shared/finding/filter.ts';
import { createFinder, type Reader } from '../../../shared/finding/find.ts';
import { besideShown, placeAmongAll, shownBoard } from '../../../shared/finding/shown.ts';
import { foldText, hasTerm, searchTerms } from '../../../shared/finding/words.ts';
import type { ActionId, DirectionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { demoFile, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const docOf = (file: unknown) => {
  const doc = createDoc();
  fillBoard(doc, workshopOf(readFile(file)));
  return { doc, view: createBoardView(doc) };
};
const cards = (...list: readonly Readonly<Record<string, unknown>>[]) =>
  fileOf(
    list.map((card, at) => ({
      id: `c${at + 1}`,
      position: at + 1,
      priorityId: 'p1',
      title: `T${at + 1}`,
      ...card,
    })),
  );
const found = (file: unknown, filter: Partial<Filter>, reader: Reader | null = null) => {
  const shown = createFinder().find(docOf(file).view.get(), { ...NO_FILTER, ...filter }, reader);
  return shown && [...shown];
};
const chosen = (some: Partial<Filter['chosen']>): Partial<Filter> => ({
  chosen: { ...NO_FILTER.chosen, ...some },
});

test.each<[search: string, text: string, boolean]>([
  ['reserver', 'Réserver un lot', true],
  ['RÉSERVER', 're\u0301server', true],
  ['reserv', 'Réserver', true],
  ['oeuvre', 'Œuvrer', true],
  ['ﬁche', 'fiche', true],
  ['eau', 'Bureau et tableau', false],
  ['l’eau', 'Ressource en eau', true],
  ["d'insertion", 'clause d’insertion', true],
  ['d’', 'direction', true],
  ['clauses sociales', 'Une clause sociale', true],
  ['locaux', 'Un local', true],
  ['temps', 'température', false],
  ['sous-traitance', 'Sous traitance', true],
  ['lot insertion', 'insertion par lot', true],
  ['lot insertion', 'insertion', false],
  ['30 %', 'porter à 30 % des contrats', true],
  ['вода', 'Чистая Вода', true],
  ['???', 'n’importe quoi', true],
])('[FD1] « %s » is found in « %s »: %s', (search, text, expected) => {
  expect(searchTerms(search).every((term) => hasTerm(foldText(text), term))).toBe(expected);
});

test('[FD2] the search looks in the number, every text of the sheet, and the names it refers to', () => {
  const file = {
    ...cards(
      {
        title: 'Alpha',
        description: 'Bravo',
        electedSponsor: 'Charlie',
        means: 'Delta',
        considerations: { social: 'Echo', environmental: 'Foxtrot', economic: 'Golf' },
        indicator: { label: 'Hotel', unit: 'India' },
        operatorConstraints: [{ text: 'Juliet' }],
        pilotDirectionId: 'd1',
        associatedDirectionIds: ['d2'],
        partnerIds: ['a1'],
        policyIds: ['q1'],
        levers: ['Variante'],
        marketFamilies: ['Événementiel'],
      },
      {},
    ),
    directions: [
      { id: 'd1', name: 'Kilo', abbreviation: 'LIMA' },
      { id: 'd2', name: 'Mike' },
    ],
    externalActors: [{ id: 'a1', name: 'November' }],
    publicPolicies: [{ id: 'q1', name: 'Oscar', shortName: 'Papa' }],
  };
  const words =
    'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa variante evenementiel 1.1';
  for (const text of words.split(' '))
    expect([text, found(file, { text })]).toEqual([text, ['c1']]);
  expect(found(file, { text: '1.2' })).toEqual(['c2']);
  expect(found(file, { text: 'alpha kilo variante' })).toEqual(['c1']);
  expect(found(file, { text: 'alpha zoulou' })).toEqual([]);
});

test('[FD3] one choice of a list is enough, and every list must agree', () => {
  const file = cards(
    { pilotDirectionId: 'd1', partnerIds: ['a1'] },
    { associatedDirectionIds: ['d2'], operatorConstraints: [{ actorId: 'a1', text: 'Délai' }] },
    { pilotDirectionId: 'd2', deadline: '2027-01-01', policyIds: ['q1'] },
    { levers: ['Variante'], status: 'Retenue' },
  );
  expect(found(file, chosen({ direction: ['d1', 'd2'] }))).toEqual(['c1', 'c2', 'c3']);
  expect(found(file, chosen({ direction: ['d1', 'd2'], partner: ['a1'] }))).toEqual(['c1', 'c2']);
  expect(found(file, chosen({ policy: ['q1'] }))).toEqual(['c3']);
  expect(found(file, chosen({ lever: ['variant'] }))).toEqual(['c4']);
  expect(found(file, chosen({ status: ['retained'] }))).toEqual(['c4']);
  expect(found(file, chosen({ status: ['proposed'] }))).toEqual(['c1', 'c2', 'c3']);
  expect(found(file, chosen({ missing: ['deadline'], direction: ['d2'] }))).toEqual(['c2']);
  expect(found(file, { ...chosen({ direction: ['d2'] }), text: 't3' })).toEqual(['c3']);
  expect(found(file, {})).toBeNull();
});

test('[FD4] « mes actions » are those of the reader or their direction, « mes fiches » those given to them', () => {
  const { doc, view } = docOf(
    cards(
      { authorDirectionId: 'd1' },
      { pilotDirectionId: 'd1' },
      { associatedDirectionIds: ['d1'] },
      { partnerIds: ['a1'] },
      {},
      {},
    ),
  );
  const give = (id: string, to: string) => setSheetField(doc, id as ActionId, 'assignedTo', to);
  give('c5', 'ana');
  give('c6', 'd1');
  const of = (mine: Filter['mine'], reader: Partial<Reader> | null) => {
    const whole = reader && {
      id: 'ana' as PersonId,
      directionId: null,
      actorId: null,
      ...reader,
    };
    return [...(createFinder().find(view.get(), { ...NO_FILTER, mine }, whole) ?? [])];
  };
  const roads = { directionId: 'd1' as DirectionId };
  expect(of('actions', roads)).toEqual(['c1', 'c2', 'c5', 'c6']);
  expect(of('sheets', roads)).toEqual(['c5', 'c6']);
  expect(of('sheets', {})).toEqual(['c5']);
  expect(of('actions', { actorId: 'a1' as Reader['actorId'] })).toEqual(['c4', 'c5']);
  expect(of('actions', null)).toEqual([]);
});

test('[FD5] what was found follows the board: a changed text, a renamed direction, another number', () => {
  const { doc, view } = docOf(cards({ pilotDirectionId: 'd1' }, {}));
  const { find, prepare } = createFinder();
  const ids = (text: string) => [...(find(view.get(), { ...NO_FILTER, text }, null) ?? [])];
  prepare(view.get());
  expect([ids('zeste'), ids('voirie'), ids('1.1')]).toEqual([[], [], ['c1']]);
  setSheetField(doc, 'c2' as ActionId, 'means', 'Un zeste');
  editFrameEntity(doc, 'directions', 'd1' as DirectionId, { name: 'Voirie' });
  moveAction(doc, 'c1' as ActionId, { priorityId: 'p1' as PriorityId, before: null });
  expect([ids('zeste'), ids('voirie'), ids('1.1')]).toEqual([['c2'], ['c1'], ['c2']]);
});

const everyFilter: Filter = {
  text: 'l’eau & le « reste »',
  chosen: {
    direction: ['dce', 'x:1'],
    partner: ['ffb'],
    policy: ['pcaet'],
    lever: ['variant'],
    status: ['retained'],
    missing: ['leadDirection', 'deadline'],
  },
  mine: 'sheets',
};
const throughAddress = (filter: Filter) => {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(filterParams(filter)))
    for (const value of values) params.append(name, value);
  return readFilter(new URLSearchParams(params.toString()));
};

test('[FD6] a filter comes back from its address as it was', () => {
  expect(throughAddress(everyFilter)).toEqual(everyFilter);
  expect(throughAddress(NO_FILTER)).toEqual(NO_FILTER);
  expect(Object.values(filterParams(NO_FILTER)).flat()).toEqual([]);
});

test.each([
  '',
  'q=%20%20',
  'direction=%3Cb%3E&direction=__proto__',
  'statut=merged&manque=everything&mes=toutes',
])('[FD6] the address « %s » asks for nothing', (search) => {
  expect(isNoFilter(readFilter(new URLSearchParams(search)))).toBe(true);
});

test('[FD6] an address made too long is cut, and a choice said twice is one', () => {
  const many = Array.from({ length: 500 }, (_, i) => `direction=d${i}&direction=d${i}`).join('&');
  const { text, chosen: read } = readFilter(new URLSearchParams(`q=${'x'.repeat(900)}&${many}`));
  expect([text.length, read.direction.length, new Set(read.direction).size]).toEqual([200, 50, 50]);
});

test('[FD7] a choice is made and taken back by the same press', () => {
  const once = toggled(NO_FILTER, 'lever', 'variant');
  expect(once.chosen.lever).toEqual(['variant']);
  expect(toggled(once, 'lever', 'variant')).toEqual(NO_FILTER);
});

test('[FD8] a card put below the last one on show stands right after it, whatever is hidden below', () => {
  const { view } = docOf(cards({}, {}, {}, {}, {}));
  const board = view.get();
  const [one, two, three, four, five] = ['c1', 'c2', 'c3', 'c4', 'c5'] as ActionId[];
  const p1 = 'p1' as PriorityId;
  const shown = new Set([one, three] as ActionId[]);
  const put = (id: ActionId | undefined, before: ActionId | null | undefined, by = shown) =>
    placeAmongAll(board, by, id as ActionId, { priorityId: p1, before: before ?? null }).before;
  expect(put(one, null)).toBe(four);
  expect(put(three, null)).toBe(two);
  expect(put(one, three)).toBe(three);
  expect(put(one, null, new Set([five] as ActionId[]))).toBeNull();
  expect(put(one, null, new Set())).toBeNull();
  expect(placeAmongAll(board, null, one as ActionId, { priorityId: p1, before: null }).before).toBe(
    null,
  );
  expect(shownBoard(board, shown).columns.get(p1)).toEqual([one, three]);
  expect(shownBoard(board, shown).numbers.get(three as ActionId)).toBe('1.3');
  expect(shownBoard(board, null)).toBe(board);
});

test('[FD9] the sheet goes from one action on show to the next, even from one that has left them', () => {
  const board = docOf(demoFile()).view.get();
  const order = board.priorities.flatMap(({ id }) => board.columns.get(id) ?? []);
  const [first, second, third, fourth] = order;
  const shown = new Set([first, fourth, order.at(-1)] as ActionId[]);
  const go = (id: ActionId | undefined, by: 1 | -1) =>
    besideShown(board, shown, id as ActionId, by);
  expect([go(first, 1), go(fourth, -1)]).toEqual([fourth, first]);
  expect([go(second, 1), go(third, -1)]).toEqual([fourth, first]);
  expect([go(first, -1), go(order.at(-1), 1)]).toEqual([undefined, undefined]);
  expect(besideShown(board, null, first as ActionId, 1)).toBe(second);
  expect(besideShown(board, shown, 'nobody' as ActionId, 1)).toBeUndefined();
});
