/** Levers and families a workshop adds to the usual ones. */
import { expect, test } from 'vitest';
import { setSheetMember } from '../../../shared/board/commands/sheet.ts';
import {
  addTerm,
  ownTermsOf,
  removeTerm,
  renameTerm,
  termsOf,
} from '../../../shared/board/commands/terms.ts';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { readWorkshop } from '../../../shared/file/read.ts';
import { writeWorkshop } from '../../../shared/file/write.ts';
import { LEVERS } from '../../../shared/vocabulary/levers.ts';
import { unwrap } from '../../support/result.ts';
import { a, smallWorkshop, updatesDuring } from '../../support/small-workshop.ts';

const info = (doc: BoardDoc) => readBoard(doc).info;
const own = (doc: BoardDoc) => ownTermsOf(info(doc), 'levers').map(({ fr }) => fr);
const kind = (outcome: { ok: true } | { ok: false; error: { kind: string } }) =>
  outcome.ok ? 'done' : outcome.error.kind;

test('[FA17] a workshop adds levers and families of its own after the usual ones', () => {
  const doc = smallWorkshop();
  const code = unwrap(addTerm(doc, 'levers', ' Troc \n local '));
  expect(termsOf(info(doc), 'levers')).toEqual([
    ...LEVERS,
    { code, fr: 'Troc   local', en: 'Troc   local' },
  ]);
  unwrap(addTerm(doc, 'marketFamilies', 'Fusées'));
  expect(ownTermsOf(info(doc), 'marketFamilies').map(({ fr }) => fr)).toEqual(['Fusées']);
  expect(kind(addTerm(doc, 'levers', ' \u200b'))).toBe('title-missing');
  expect(kind(addTerm(doc, 'levers', 'x'.repeat(301)))).toBe('value-refused');
});

test('[FA17] a term that is there already is not added twice, whatever its case and accents', () => {
  const doc = smallWorkshop();
  const code = unwrap(addTerm(doc, 'levers', 'Prêt de matériel'));
  const again = () => {
    expect(unwrap(addTerm(doc, 'levers', 'PRET DE MATERIEL'))).toBe(code);
    expect(unwrap(addTerm(doc, 'levers', 'variante'))).toBe('variant');
  };
  expect(updatesDuring(doc, again)).toBe(0);
});

test('[FA18] a term of its own is renamed, and removed once no action uses it', () => {
  const doc = smallWorkshop();
  const code = unwrap(addTerm(doc, 'levers', 'Troc'));
  unwrap(setSheetMember(doc, a, 'levers', code, true));
  expect(kind(renameTerm(doc, 'levers', code, ''))).toBe('title-missing');
  unwrap(renameTerm(doc, 'levers', code, 'Échange'));
  expect(own(doc)).toEqual(['Échange']);
  expect(kind(removeTerm(doc, 'levers', code))).toBe('term-in-use');
  unwrap(setSheetMember(doc, a, 'levers', code, false));
  unwrap(removeTerm(doc, 'levers', code));
  expect(info(doc).levers).toBeUndefined();
  expect(kind(removeTerm(doc, 'levers', code))).toBe('entity-gone');
});

test('[FA18] of several terms only the one that is named changes or goes', () => {
  const doc = smallWorkshop();
  const [barter, loan] = ['Troc', 'Prêt'].map((label) => unwrap(addTerm(doc, 'levers', label)));
  unwrap(renameTerm(doc, 'levers', loan ?? '', 'Prêt de matériel'));
  expect(termsOf(info(doc), 'levers').map(({ fr }) => fr)).toEqual([
    ...LEVERS.map(({ fr }) => fr),
    'Troc',
    'Prêt de matériel',
  ]);
  unwrap(removeTerm(doc, 'levers', barter ?? ''));
  expect(own(doc)).toEqual(['Prêt de matériel']);
  expect(kind(renameTerm(doc, 'levers', barter ?? '', 'Troc'))).toBe('entity-gone');
});

test('[FA18] a term offered to every workshop is neither renamed nor removed', () => {
  const doc = smallWorkshop();
  expect(kind(renameTerm(doc, 'levers', 'variant', 'Autre'))).toBe('entity-gone');
  expect(kind(removeTerm(doc, 'levers', 'variant'))).toBe('entity-gone');
});

test('[FA18] the list is full at 200 terms', () => {
  const doc = smallWorkshop();
  for (let i = LEVERS.length; i < 200; i++) unwrap(addTerm(doc, 'levers', `Levier ${i}`));
  expect(kind(addTerm(doc, 'levers', 'De trop'))).toBe('full');
});

test('[FI12] terms of a workshop’s own come back from its file, on the actions that use them', () => {
  const doc = smallWorkshop();
  const code = unwrap(addTerm(doc, 'levers', 'Troc'));
  unwrap(setSheetMember(doc, a, 'levers', code, true));
  const { workshop, faults } = readWorkshop(writeWorkshop(readBoard(doc), []));
  expect(faults).toEqual([]);
  expect(ownTermsOf(workshop?.info ?? {}, 'levers').map(({ fr }) => fr)).toEqual(['Troc']);
  expect(workshop?.actions.find(({ id }) => id === a)?.levers).toEqual([code]);
});
