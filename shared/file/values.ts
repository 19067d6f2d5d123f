/** Reads the fields of an object by their table, naming each fault. What does not fit is left empty. */
import { type EntityRoot, LIMITS } from '../board/schema.ts';
import { wellFormed } from '../board/text.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import type { Term } from '../vocabulary/term.ts';
import { count, type FaultKind, type Faults, quote } from './fault.ts';
import type { FileKey, OpenVocabulary, Rule } from './file-key.ts';
import { isEmpty } from './json.ts';
import type { KeyCheck } from './known-keys.ts';

/** What reading knows of the rest of the file. */
export interface ReadContext {
  readonly faults: Faults;
  readonly checkKeys: KeyCheck;
  /** Identifiers of the file, with those they have on the board. */
  readonly known: Readonly<Record<EntityRoot, ReadonlyMap<string, string>>>;
  readonly findTerm: (terms: readonly Term[], label: string) => Term | undefined;
  readonly findOpenTerm: (vocabulary: OpenVocabulary, label: string) => Term | undefined;
}

/** Fields of one object of the file, by their name on the board; empty ones are absent. */
export function readKeys<Field extends string>(
  keys: readonly FileKey<Field>[],
  object: JsonObject,
  where: string,
  context: ReadContext,
): Partial<Record<Field, unknown>> {
  const values: Partial<Record<Field, unknown>> = {};
  for (const key of keys) {
    const value = readValue(valueAt(object, key.path), { ...key, where, context });
    if (value !== undefined) values[key.field] = value;
  }
  return values;
}

/** The list at a key; anything else is a fault, told with its content. */
export function listAt(
  object: JsonObject,
  key: string,
  where: string,
  label: string,
  faults: Faults,
): readonly unknown[] {
  const raw = own(object, key);
  if (Array.isArray(raw)) return raw;
  if (!isEmpty(raw)) faults.setAside(where, `${label} : liste attendue`, raw);
  return [];
}

/** The identifier on the board of what the file refers to; undefined when it is not in the file. */
export const reference = <Root extends EntityRoot>(
  raw: unknown,
  root: Root,
  { known }: { readonly known: Pick<ReadContext['known'], Root> },
): string | undefined =>
  typeof raw === 'string' || typeof raw === 'number' ? known[root].get(String(raw)) : undefined;

interface Spot extends FileKey<string> {
  readonly where: string;
  readonly context: ReadContext;
}

function valueAt(object: JsonObject, path: string): unknown {
  const [first = '', second] = path.split('.');
  const value = own(object, first);
  if (second === undefined) return value;
  return isObject(value) ? own(value, second) : undefined;
}

function readValue(raw: unknown, spot: Spot): unknown {
  const { rule } = spot;
  if (rule.kind === 'terms' || rule.kind === 'open-terms' || rule.kind === 'references')
    return readList(raw, rule, spot);
  if (isEmpty(raw)) return rule.kind === 'text' && rule.always ? '' : undefined;
  switch (rule.kind) {
    case 'text':
      return readText(raw, rule, spot);
    case 'plain':
      if (raw === false) return undefined;
      if (rule.is(raw)) return raw === 0 ? 0 : raw; // without the sign of -0, which JSON drops
      return typeof raw === rule.type ? impossible(raw, spot) : mistyped(raw, rule.type, spot);
    case 'term':
      if (typeof raw !== 'string') return mistyped(raw, 'string', spot);
      return spot.context.findTerm(rule.terms, raw)?.code ?? impossible(raw, spot);
    case 'reference': {
      const id = reference(raw, rule.root, spot.context);
      if (id === undefined)
        addFault(
          'unknown-reference',
          `${quote(raw)} inconnu${feminine(spot)}, ${left(spot)}`,
          spot,
        );
      return id;
    }
  }
}

type ListRule = Extract<Rule, { readonly kind: 'terms' | 'open-terms' | 'references' }>;

/** A set: each member once, in the order of the file. */
function readList(raw: unknown, rule: ListRule, spot: Spot): readonly string[] {
  if (!Array.isArray(raw)) {
    if (!isEmpty(raw)) mistyped(raw, 'list', spot);
    return [];
  }
  const members = new Set<string>();
  for (const item of raw) {
    const code = memberOf(item, rule, spot.context);
    if (code === undefined) {
      const kind = rule.kind === 'references' ? 'unknown-reference' : 'unknown-term';
      addFault(kind, `: valeur ${quote(item)} inconnue, non reprise`, spot);
    } else if (members.has(code)) {
      addFault('duplicate', `: valeur ${quote(item)} présente deux fois, reprise une fois`, spot);
    } else if (members.size >= LIMITS.membersPerSet) {
      addFault(
        'too-many',
        `: valeur ${quote(item)} au-delà de ${LIMITS.membersPerSet}, non reprise`,
        spot,
      );
    } else members.add(code);
  }
  return [...members];
}

function memberOf(raw: unknown, rule: ListRule, context: ReadContext): string | undefined {
  if (rule.kind === 'references') return reference(raw, rule.root, context);
  if (typeof raw !== 'string') return undefined;
  return rule.kind === 'terms'
    ? context.findTerm(rule.terms, raw)?.code
    : context.findOpenTerm(rule.vocabulary, raw)?.code;
}

function readText(raw: unknown, { max, always }: { max: number; always?: true }, spot: Spot) {
  if (typeof raw !== 'string') {
    mistyped(raw, 'string', spot);
    return always ? '' : undefined;
  }
  const text = wellFormed(raw);
  if (text !== raw)
    addFault('text-repaired', ': caractère impossible, remplacé par « \uFFFD »', spot);
  const most = LIMITS.importedCharacters;
  if (text.length > most) {
    addFault(
      'text-cut',
      `de ${count(text.length)} caractères : seuls les ${count(most)} premiers sont repris`,
      spot,
    );
    // Cut between characters: half of one would not survive the journey.
    return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  }
  if (text.length > max)
    addFault(
      'text-long',
      `de ${count(text.length)} caractères, au-delà des ${count(max)} prévus : texte gardé entier, il ne pourra qu’être raccourci`,
      spot,
    );
  return text;
}

const EXPECTED = {
  number: 'nombre attendu',
  string: 'texte attendu',
  boolean: 'oui ou non attendu',
  list: 'liste attendue',
};

function impossible(raw: unknown, spot: Spot): undefined {
  addFault('impossible-value', `${quote(raw)} impossible, ${left(spot)}`, spot);
}

function mistyped(raw: unknown, expected: keyof typeof EXPECTED, spot: Spot): undefined {
  addFault('wrong-type', `${quote(raw)} : ${EXPECTED[expected]}, valeur non reprise`, spot);
}

/** @param problem what follows the name of the field */
function addFault(kind: FaultKind, problem: string, { where, label, context }: Spot): void {
  context.faults.add(kind, where, `${label} ${problem}`, label);
}

const feminine = ({ gender }: Spot): string => (gender === 'f' ? 'e' : '');
const left = (spot: Spot): string => `laissé${feminine(spot)} vide`;
