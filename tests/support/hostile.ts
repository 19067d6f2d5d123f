/** Values made to break a reader, a writer or a spreadsheet, by class. */
import fc from 'fast-check';

/** Stands in a file for a number that JSON can spell and no float can hold. */
const hugeNumber = '@@1e400@@';

const from = (characters: readonly string[], around = fc.string({ maxLength: 8 })) =>
  fc
    .array(fc.oneof(fc.constantFrom(...characters), around), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(''));
const code = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));

/** Each class with the values it gives. Texts come first; the others are of the wrong kind. */
const CLASSES = {
  'control characters': from([...code(0, 0x1f), ...code(0x7f, 0x9f)]),
  'lone surrogates': from(['\uD800', '\uDBFF', '\uDC00', '\uDFFF', '🌊']),
  'right-to-left': from(['\u202E', '\u202D', '\u2066', '\u2067', '\u2069', '\u200F', 'שלום']),
  'zero width': from(['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '👩‍👩‍👧']),
  'line ends': from(['\r', '\n', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f']),
  formula: from(['=', '+', '-', '@', '\t', '\n=', '\u00A0=', '＝', '"', ';', ',', "'"]),
  HTML: from(['<script>', '</td>', '&amp;', '<!--', ']]>', '_x000D_', '%{x}', '{{x}}']),
  'combining marks': from(['\u0301', 'e\u0301', 'é', 'ﬁ', '\u0E33', 'Å', '\u1100\u1161']),
  'long text': fc.integer({ min: 20_001, max: 40_000 }).map((length) => 'mot '.repeat(length / 4)),
  'too long a text': fc.constant(`${'🌊'.repeat(50_001)}`),
  'long word': fc.integer({ min: 301, max: 3_000 }).map((length) => 'x'.repeat(length)),
  'false date': fc.constantFrom('2024-02-30', '2023-02-29', '0000-01-01', '2024-1-1', '9999-99-99'),
  'number as text': fc.integer().map(String),
  'odd id': fc.constantFrom(
    '__proto__',
    'constructor',
    '../x',
    'é',
    'p1-01',
    'p1',
    '',
    'x'.repeat(65),
  ),
  number: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constant(-0),
  ),
  'huge number': fc.constantFrom(hugeNumber, 1e300, -1e300, Number.MAX_VALUE),
  boolean: fc.boolean(),
  nothing: fc.constantFrom(null, '', [], {}),
  list: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 5 }),
  'same twice': fc
    .constantFrom('dcp', 'ffb', 'Variante', 'env-imp', 'pcaet', 'Tous segments')
    .map((member) => [member, member]),
  object: fc.dictionary(fc.constantFrom('id', 'title', 'a', '__proto__', 'value'), fc.string()),
  'deep nesting': fc
    .integer({ min: 10, max: 500 })
    .map((depth) => Array.from({ length: depth }).reduce((inner) => [inner], 'fond' as unknown)),
} satisfies Readonly<Record<string, fc.Arbitrary<unknown>>>;

export type HostileClass = keyof typeof CLASSES;
export const HOSTILE_CLASSES = Object.keys(CLASSES) as readonly HostileClass[];

export interface Hostile {
  readonly name: HostileClass;
  readonly value: unknown;
}
/** Values of one class. */
export const hostileOf = (name: HostileClass): fc.Arbitrary<Hostile> =>
  (CLASSES[name] as fc.Arbitrary<unknown>).map((value) => ({ name, value }));
/** Values of any class. */
export const hostile: fc.Arbitrary<Hostile> = fc.constantFrom(...HOSTILE_CLASSES).chain(hostileOf);

/** A way into a file: keys and places from its top. */
export type Path = readonly (string | number)[];

/** Every way into a value, containers included, its top left out. */
export function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const deeper = inner.flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...deeper] : deeper;
}

/** Puts a value at the end of a way; nothing when the way is no longer there. */
export function putAt(file: unknown, path: Path, value: unknown): void {
  let owner = file;
  for (const key of path.slice(0, -1)) {
    if (typeof owner !== 'object' || owner === null) return;
    owner = Reflect.get(owner, key);
  }
  const last = path.at(-1);
  if (typeof owner !== 'object' || owner === null || last === undefined) return;
  // Defined, not assigned: `__proto__` must become a key of its own, as JSON.parse makes it.
  Object.defineProperty(owner, last, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** The text of a file, with the numbers that only a text can hold. */
export const fileText = (file: unknown): string =>
  JSON.stringify(file).replaceAll(`"${hugeNumber}"`, '1e400');
