/**
 * What a file had that could not be kept as it was. A fault is a value with a stable kind and a
 * French sentence that names the card and the field; reading goes on after it.
 */
import { wellFormed } from '../board/text.ts';
import { jsonText } from './json.ts';

export type FaultKind =
  /** The three that leave no workshop. */
  | 'not-json'
  | 'not-workshop'
  | 'newer-version'
  /** A card, or another thing of a list, that cannot be one; the sentence carries its content. */
  | 'set-aside'
  | 'too-many'
  | 'name-missing'
  | 'id-replaced'
  | 'wrong-type'
  | 'impossible-value'
  | 'unknown-reference'
  | 'unknown-term'
  | 'duplicate'
  | 'text-long'
  | 'text-cut'
  | 'text-repaired'
  | 'unknown-key'
  /** The last line, when there were too many to tell. */
  | 'more';

export interface Fault {
  readonly kind: FaultKind;
  /** "Carte 1.3 « Intitulé »", "Atelier", "Fichier". */
  readonly where: string;
  /** French name of the field. */
  readonly field?: string;
  /** The whole sentence, place included. */
  readonly message: string;
}

/** Faults told one by one; beyond, only their number is. What carries content is always listed. */
const maxFaults = 300;

export interface Faults {
  /** @param problem what follows "where : ", without its full stop */
  readonly add: (kind: FaultKind, where: string, problem: string, field?: string) => void;
  /** Sets something aside, with its whole content in the sentence. */
  readonly setAside: (where: string, problem: string, content: unknown) => void;
  readonly list: () => readonly Fault[];
}

export function createFaults(): Faults {
  const listed: Fault[] = [];
  const crowd: unknown[] = [];
  let unlisted = 0;
  const addFault = (kind: FaultKind, where: string, problem: string, field?: string) => {
    const message = wellFormed(`${where} : ${problem}.`);
    listed.push({ kind, where: wellFormed(where), message, ...(field !== undefined && { field }) });
  };
  return {
    add: (kind, where, problem, field) => {
      if (listed.length < maxFaults) addFault(kind, where, problem, field);
      else unlisted += 1;
    },
    setAside: (where, problem, content) => {
      if (listed.length < maxFaults)
        addFault('set-aside', where, `${problem}. Contenu : ${jsonText(content)}`);
      else crowd.push(content);
    },
    list: () => [...listed, ...lastWords(crowd, unlisted)],
  };
}

function lastWords(crowd: readonly unknown[], unlisted: number): Fault[] {
  const where = 'Fichier';
  const words: Fault[] = [];
  if (crowd.length > 0) {
    const problem = `${count(crowd.length)} autres éléments mis de côté`;
    const message = `${where} : ${problem}. Contenu : ${crowd.map(jsonText).join(' ')}.`;
    words.push({ kind: 'set-aside', where, message });
  }
  if (unlisted > 0)
    words.push({
      kind: 'more',
      where,
      message: `${where} : et ${count(unlisted)} autres défauts.`,
    });
  return words;
}

/** "40 000", with a space that never breaks. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202F');

const shownCharacters = 80;

/** A value between French quotes: on one line, shortened, nothing invisible in it. */
export function quote(value: unknown): string {
  const line = shownText(value)
    .slice(0, 10 * shownCharacters)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  const shown = characters.slice(0, shownCharacters).join('');
  return `« ${characters.length > shownCharacters ? `${shown}…` : shown} »`;
}

function shownText(value: unknown): string {
  if (typeof value === 'string') return value;
  // What JSON makes of 1e400 has no JSON.
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY
    ? 'nombre démesuré'
    : jsonText(value);
}
