/**
 * Levers and families of purchase that a workshop adds to the usual ones. The whole list is one
 * value of the board: of two facilitators who add a term at the same instant, the later one wins.
 */
import { newId } from '../../ids.ts';
import { err, ok } from '../../result.ts';
import { LEVERS } from '../../vocabulary/levers.ts';
import { MARKET_FAMILIES } from '../../vocabulary/market-families.ts';
import { foldLabel, type Term } from '../../vocabulary/term.ts';
import { isTermList } from '../checks.ts';
import { type BoardDoc, entriesOf, infoMap, LOCAL, writePlain } from '../doc.ts';
import { memberKey } from '../members.ts';
import type { BoardInfo } from '../schema.ts';
import { isBlank, singleLine } from '../text.ts';
import { type Outcome, problem } from './problem.ts';

export type TermsKey = 'levers' | 'marketFamilies';

const USUAL: Readonly<Record<TermsKey, readonly Term[]>> = {
  levers: LEVERS,
  marketFamilies: MARKET_FAMILIES,
};
const maxTerms = 200;

/** The terms people choose among: the workshop's own list, or the usual one. */
export const termsOf = (info: BoardInfo, key: TermsKey): readonly Term[] => info[key] ?? USUAL[key];

/** Those the workshop added itself, in their order. */
export const ownTermsOf = (info: BoardInfo, key: TermsKey): readonly Term[] =>
  termsOf(info, key).filter(({ code }) => !isUsual(key, code));

/** Adds a term at the end; one of the same label, whatever its case and accents, is added once. */
export function addTerm(doc: BoardDoc, key: TermsKey, label: string): Outcome<string> {
  const terms = read(doc, key);
  const written = singleLine(label);
  if (isBlank(written)) return problem('title-missing');
  const known = terms.find(({ fr }) => foldLabel(fr) === foldLabel(written));
  if (known) return ok(known.code);
  if (terms.length >= maxTerms) return err({ kind: 'full', max: maxTerms });
  const code = newId();
  const added = write(doc, key, [...terms, { code, fr: written, en: written }]);
  return added.ok ? ok(code) : added;
}

/** Gives another label to a term of the workshop's own. */
export function renameTerm(doc: BoardDoc, key: TermsKey, code: string, label: string): Outcome {
  const terms = read(doc, key);
  const written = singleLine(label);
  if (isUsual(key, code) || !terms.some((term) => term.code === code))
    return problem('entity-gone');
  if (isBlank(written)) return problem('title-missing');
  return write(
    doc,
    key,
    terms.map((term) => (term.code === code ? { ...term, fr: written, en: written } : term)),
  );
}

/** Takes a term of the workshop's own off the list; refused while an action uses it. */
export function removeTerm(doc: BoardDoc, key: TermsKey, code: string): Outcome {
  const terms = read(doc, key);
  if (isUsual(key, code) || !terms.some((term) => term.code === code))
    return problem('entity-gone');
  for (const [, action] of entriesOf(doc, 'actions'))
    if (action.has(memberKey(key, code))) return problem('term-in-use');
  return write(
    doc,
    key,
    terms.filter((term) => term.code !== code),
  );
}

const isUsual = (key: TermsKey, code: string): boolean =>
  USUAL[key].some((term) => term.code === code);

function read(doc: BoardDoc, key: TermsKey): readonly Term[] {
  const list = infoMap(doc).get(key);
  return isTermList(list) ? list : USUAL[key];
}

/** The usual list alone is not written: a workshop without terms of its own follows ours. */
function write(doc: BoardDoc, key: TermsKey, terms: readonly Term[]): Outcome {
  if (!isTermList(terms)) return err({ kind: 'value-refused', field: key });
  const codes = (list: readonly Term[]) => list.map(({ code }) => code).join();
  const isOwn = codes(terms) !== codes(USUAL[key]);
  doc.transact(() => writePlain(infoMap(doc), { [key]: isOwn ? terms : undefined }), LOCAL);
  return ok(undefined);
}
