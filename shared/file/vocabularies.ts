/** Reads the vocabularies a file declares: open ones become the workshop's, closed ones are ours. */
import type { BoardInfo } from '../board/schema.ts';
import { wellFormed } from '../board/text.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { AMBITIONS, EXPRESSIONS, STATUSES } from '../vocabulary/action.ts';
import { DECP_ENVIRONMENTAL, DECP_SOCIAL } from '../vocabulary/considerations.ts';
import { createTermFinder, type FindTerm, type Term } from '../vocabulary/term.ts';
import { type FaultKind, type Faults, quote } from './fault.ts';
import type { OpenVocabulary } from './file-key.ts';
import { isEmpty } from './json.ts';
import type { KeyCheck } from './known-keys.ts';
import { declaredTerm, labelKey, maxTerms, OURS } from './terms.ts';
import { listAt, type ReadContext } from './values.ts';

/** Closed vocabularies of the file. `definitions`: each term comes with its help. */
export const CLOSED: readonly {
  readonly key: string;
  readonly terms: readonly Term[];
  readonly definitions?: true;
}[] = [
  { key: 'ambition', terms: AMBITIONS, definitions: true },
  { key: 'status', terms: STATUSES },
  { key: 'indicatorExpression', terms: EXPRESSIONS },
  { key: 'decpConsiderationsSociales', terms: DECP_SOCIAL },
  { key: 'decpConsiderationsEnvironnementales', terms: DECP_ENVIRONMENTAL },
];

const where = 'Vocabulaires';

export interface Vocabularies {
  /** The workshop's lists, when they differ from ours. */
  readonly own: Pick<BoardInfo, OpenVocabulary>;
  readonly find: ReadContext['findOpenTerm'];
}

export function readVocabularies(
  vocabularies: JsonObject,
  faults: Faults,
  checkKeys: KeyCheck,
): Vocabularies {
  checkKeys('vocabularies', vocabularies, where);
  for (const { key, terms } of CLOSED) checkClosed(vocabularies, key, terms, faults);
  const levers = readOpen(vocabularies, 'levers', faults);
  const marketFamilies = readOpen(vocabularies, 'marketFamilies', faults);
  const found = {
    levers: createFinder(levers, OURS.levers.find),
    marketFamilies: createFinder(marketFamilies, OURS.marketFamilies.find),
  };
  return {
    own: {
      ...(isOwn(levers, OURS.levers.terms) && { levers }),
      ...(isOwn(marketFamilies, OURS.marketFamilies.terms) && { marketFamilies }),
    },
    find: (vocabulary, label) => found[vocabulary](label),
  };
}

/** Terms in the order of the file; empty when it declares none. */
function readOpen(vocabularies: JsonObject, key: OpenVocabulary, faults: Faults): readonly Term[] {
  const terms = new Map<string, Term>();
  const labels = new Set<string>();
  const addFault = (kind: FaultKind, raw: unknown, problem: string) =>
    faults.add(kind, where, `terme ${quote(raw)} de « ${key} » ${problem}`, key);
  for (const raw of listAt(vocabularies, key, where, key, faults)) {
    const term = declaredTerm(raw, OURS[key]);
    if (!term || terms.size >= maxTerms)
      addFault('unknown-term', raw, 'impossible ou en trop, non repris');
    else if (terms.has(term.code) || labels.has(labelKey(term.fr)))
      addFault('duplicate', raw, 'présent deux fois, repris une fois');
    else {
      terms.set(term.code, term);
      labels.add(labelKey(term.fr));
      if (typeof raw === 'string' && wellFormed(raw) !== raw)
        addFault('text-repaired', raw, ': caractère impossible, remplacé par « \uFFFD »');
    }
  }
  return [...terms.values()];
}

const isOwn = (declared: readonly Term[], ours: readonly Term[]): boolean =>
  declared.length > 0 &&
  (declared.length !== ours.length ||
    declared.some(({ code, fr, en, help }, at) => {
      const our = ours[at];
      return our?.code !== code || our.fr !== fr || our.en !== en || our.help !== help;
    }));

/** Finds a term by label in the workshop's list, then in ours; each label is folded once. */
function createFinder(declared: readonly Term[], findOurs: FindTerm): FindTerm {
  const own = new Map(declared.map((term) => [labelKey(term.fr), term]));
  const found = new Map<string, Term | undefined>();
  return (raw) => {
    const label = wellFormed(raw);
    if (!found.has(label)) found.set(label, own.get(labelKey(label)) ?? findOurs(label));
    return found.get(label);
  };
}

function checkClosed(
  vocabularies: JsonObject,
  key: string,
  terms: readonly Term[],
  faults: Faults,
): void {
  const find = createTermFinder(terms);
  for (const raw of listAt(vocabularies, key, where, key, faults)) {
    const label = isObject(raw) ? own(raw, 'value') : raw;
    const definition = isObject(raw) ? own(raw, 'definition') : undefined;
    const term = typeof label === 'string' ? find(label) : undefined;
    if (!term)
      faults.add(
        'unknown-term',
        where,
        `terme ${quote(raw)} inconnu de « ${key} », non repris`,
        key,
      );
    else if (!isEmpty(definition) && definition !== term.help)
      faults.add(
        'unknown-term',
        where,
        `définition de ${quote(label)} différente de la nôtre, non reprise`,
        key,
      );
  }
}
