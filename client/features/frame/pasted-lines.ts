/** Reads a list of directions as people have it: an organisation chart, a mail, cells of a table. */
import { DIRECTION_FIELDS } from '../../../shared/board/schema.ts';
import { foldLabel } from '../../../shared/vocabulary/term.ts';

export interface PastedLine {
  readonly name: string;
  readonly abbreviation?: string;
  readonly kind?: string;
}
export interface PastedLines {
  readonly lines: readonly PastedLine[];
  /** How many were left out because the list has their name already, or they came twice. */
  readonly known: number;
}

/**
 * One direction per line: `Nom`, `Nom (SIGLE)`, `SIGLE – Nom`, or cells parted by tabs or
 * semicolons: `nom; sigle; type`, `sigle; nom; type`. Bullets and numbers before them are dropped.
 */
export function readPastedLines(text: string, names: readonly string[]): PastedLines {
  const seen = new Set(names.map(foldLabel));
  const lines: PastedLine[] = [];
  let known = 0;
  for (const written of text.split(/\r\n?|\n/)) {
    const line = readLine(written);
    if (line.name === '') continue;
    const folded = foldLabel(line.name);
    if (seen.has(folded)) known += 1;
    else lines.push(line);
    seen.add(folded);
  }
  return { lines, known };
}

function readLine(written: string): PastedLine {
  const [first = '', second = '', third = ''] = written
    .replace(/^\s*(?:[-–—•*·▪]|\d{1,3}[.)])\s+/, '')
    .split(/[\t;]/)
    .map((cell) => cell.trim());
  if (second === '' && third === '') return readName(first);
  const [name, abbreviation] =
    isAcronym(first) && !isAcronym(second) ? [second, first] : [first, second];
  const isShort = DIRECTION_FIELDS.abbreviation.is(abbreviation) && abbreviation !== '';
  const kind = third || (isShort ? '' : abbreviation);
  return { name, ...(isShort && { abbreviation }), ...(kind && { kind }) };
}

function readName(text: string): PastedLine {
  const [, before, last] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (before && last && isAcronym(last)) return { name: before, abbreviation: last };
  const [, head, after] = /^(\S+)\s+[-–—:]\s+(.+)$/.exec(text) ?? [];
  if (head && after && isAcronym(head)) return { name: after, abbreviation: head };
  return { name: text };
}

/** What fits the chip and is written as one: `DCP`, `D2I`, `DGA-R`. */
const isAcronym = (text: string): boolean =>
  DIRECTION_FIELDS.abbreviation.is(text) && /^\p{Lu}[\p{Lu}\p{N}&/.-]+$/u.test(text);
