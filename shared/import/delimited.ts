/** Text files and pasted cells: which letters, which separator, which lines. */
import Papa from 'papaparse';

/** Of every platform this runs on; the types of this folder know of none. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

/**
 * The text of a file: UTF-8, else UTF-16 when it says so, else what old Excel writes in Europe.
 * Undefined for what is no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8_192).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, western);
  }
}

/** Some engines take windows-1252 for ISO 8859-1, which has controls in place of these signs. */
const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const western = (control: string): string => signs.charAt(control.charCodeAt(0) - 0x80);

export interface Delimited {
  readonly rows: readonly (readonly string[])[];
  /** Line, from 1, of the record where a quote opens and never closes. */
  readonly openQuoteLine?: number;
}

const DELIMITERS = ['\t', ';', ',', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

export function readDelimited(text: string): Delimited {
  const clean = text.replace(/^\uFEFF/, '');
  // Excel's own way of saying which separator a file has.
  const [announcement = '', delimiter] = /^sep=(.)\r?\n/.exec(clean) ?? [];
  const body = clean.slice(announcement.length);
  const parted = delimiter ?? guessDelimiter(body);
  const { data, errors } = parse(body, parted);
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  return {
    rows: parted === '\t' ? rejoined(data) : data,
    ...(open?.row !== undefined && { openQuoteLine: open.row + 1 }),
  };
}

/**
 * A cell of several paragraphs, copied from a document, comes as lines of their own: its record then
 * has too few cells, and so has what follows. Joined they have as many as the others, or they stay.
 */
function rejoined(data: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [width] = mostCommon(data.slice(0, sampledRecords).map(({ length }) => length));
  const rows: (readonly string[])[] = [];
  for (let at = 0; at < data.length; at++) {
    let joined: readonly string[] = data[at] ?? [];
    let end = at;
    // Of a single cell it may be a title, or a head: what is cut has something on its left.
    while (joined.length > 1 && joined.length < width && data[end + 1] !== undefined) {
      const [first = '', ...others] = data[++end] ?? [];
      joined = [...joined.slice(0, -1), `${joined.at(-1)}\n${first}`, ...others];
    }
    const isWhole = joined.length === width;
    rows.push(isWhole ? joined : (data[at] ?? []));
    if (isWhole) at = end;
  }
  return rows;
}

const sampledRecords = 50;

/**
 * The separator that makes the most regular table of the first records, headers included. A list of
 * sentences has commas too, but not as many in each: without agreement each line is one cell.
 */
function guessDelimiter(text: string): string {
  let best: { readonly delimiter: Delimiter; readonly score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const score = regularity(parse(text, delimiter, sampledRecords).data);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? '\u001F'; // in no text: papaparse would guess by itself
}

/** 0 when records do not agree, or have one cell each. */
function regularity(data: readonly (readonly string[])[]): number {
  const records = data.filter((record) => record.some((cell) => cell.trim() !== ''));
  // A wrong separator finds itself within quotes, which then stand amid its cells.
  const clean = records.filter((record) => !record.some((cell) => cell.includes('"')));
  const sample = clean.length > 0 ? clean : records;
  const [width, count] = mostCommon(sample.map(({ length }) => length));
  if (width < 2 || count < sample.length / 2) return 0;
  const isHeaded = records[0]?.length === width;
  return width * count * (isHeaded ? 2 : 1);
}

function mostCommon(values: readonly number[]): readonly [value: number, count: number] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [0, 0];
}

const parse = (text: string, delimiter: string, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, preview });
