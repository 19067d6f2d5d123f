/**
 * Times as services write them where a day is wanted: « T3 2026 », « fin 2026 », « sept. 2026 »,
 * « d’ici 2030 ». Each is a stretch of days; which of them is meant is for a person to say.
 */
import { foldLabel } from '../vocabulary/term.ts';

export interface Period {
  /** `YYYY-MM-DD`, both included. */
  readonly first: string;
  readonly last: string;
}

/** A longer text is a sentence, and no time. */
const maxCharacters = 60;

/** French and English, without accents; the first letters tell them apart. */
const MONTHS = [
  'janv(?:ier)?|jan(?:uary)?',
  'fev(?:r(?:ier)?)?|feb(?:ruary)?',
  'mars|mar(?:ch)?',
  'avr(?:il)?|apr(?:il)?',
  'mai|may',
  'juin|june?',
  'juil(?:let)?|jul(?:y)?',
  'aout|aug(?:ust)?',
  'sept(?:embre|ember)?|sep',
  'oct(?:obre|ober)?',
  'nov(?:embre|ember)?',
  'dec(?:embre|ember)?',
].map((names) => new RegExp(`^(?:${names})$`));

/** @returns 1 to 12; undefined for what is the name of no month */
export function monthNamed(word: string): number | undefined {
  const folded = foldLabel(word).replace(/\.$/, '');
  const at = MONTHS.findIndex((month) => month.test(folded));
  return at < 0 ? undefined : at + 1;
}

const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  dernier: 0,
};

/** What stands before a time and changes nothing of where it ends. */
const LEADS =
  /^(?:(?:au plus tard|avant(?= (?:la )?fin)|d ici a|d ici la|d ici|dici|a l horizon|horizon|a echeance|echeance|courant|au cours de|en cours de|dans|pour|en|au|a|l|le|la|annee|fin d[eu]|jusqu en|jusqu a|vers|by|in|during|end of)\s+)+/;

const year = String.raw`(?:l annee\s+)?(20\d\d)`;

interface Form {
  readonly pattern: RegExp;
  /** Months of the year, 1 to 12, from the groups but the year's; undefined when there are none such. */
  readonly months: (
    groups: readonly string[],
  ) => readonly [first: number, last: number] | undefined;
}

/** @param parts of the year that there are */
const part = (text: string, parts: number): readonly [number, number] | undefined => {
  const at = ORDINALS[text] ?? Number.parseInt(text, 10);
  const place = at === 0 ? parts : at;
  const length = 12 / parts;
  return place >= 1 && place <= parts ? [(place - 1) * length + 1, place * length] : undefined;
};
const nth = String.raw`(\d|premier|deuxieme|second|troisieme|quatrieme|dernier)(?:er|ere|e|eme|nd|nde|d|st|rd|th)?`;

/** The year stands last, or first in the forms of machines. All over a text without accents or signs. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(`^(?:fin|end)\\s+${year}$`), months: () => [1, 12] },
  { pattern: new RegExp(`^(?:debut|early)\\s+${year}$`), months: () => [1, 3] },
  { pattern: new RegExp(`^(?:mi|milieu|mid)\\s+${year}$`), months: () => [1, 6] },
  { pattern: new RegExp(`^${year}$`), months: () => [1, 12] },
  { pattern: new RegExp(`^[tq]\\s?(\\d)\\s+${year}$`), months: ([n = '']) => part(n, 4) },
  { pattern: new RegExp(`^[s]\\s?(\\d)\\s+${year}$`), months: ([n = '']) => part(n, 2) },
  {
    pattern: new RegExp(`^${nth}\\s+(?:trimestre|trim|quarter)\\s+${year}$`),
    months: ([n = '']) => part(n, 4),
  },
  {
    pattern: new RegExp(`^(?:trimestre|trim|quarter)\\s+(\\d)\\s+${year}$`),
    months: ([n = '']) => part(n, 4),
  },
  {
    pattern: new RegExp(`^${nth}\\s+(?:semestre|sem|half)\\s+${year}$`),
    months: ([n = '']) => part(n, 2),
  },
  {
    pattern: new RegExp(`^(?:semestre|sem)\\s+(\\d)\\s+${year}$`),
    months: ([n = '']) => part(n, 2),
  },
  { pattern: new RegExp(`^(?:printemps|spring)\\s+${year}$`), months: () => [4, 6] },
  { pattern: new RegExp(`^(?:ete|summer)\\s+${year}$`), months: () => [7, 9] },
  { pattern: new RegExp(`^(?:automne|autumn)\\s+${year}$`), months: () => [10, 12] },
  {
    pattern: new RegExp(`^(?:rentree)\\s+(?:scolaire\\s+)?${year}$`),
    months: () => [9, 9],
  },
  { pattern: new RegExp(`^(\\d{1,2})\\s+${year}$`), months: ([n = '']) => month(Number(n)) },
  {
    pattern: new RegExp(`^(?:(?:fin|mi|debut)\\s+)?([a-z]+)\\s+${year}$`),
    months: ([name = '']) => month(monthNamed(name)),
  },
];

const month = (at: number | undefined): readonly [number, number] | undefined =>
  at !== undefined && at >= 1 && at <= 12 ? [at, at] : undefined;

/** What means now, and not before long. */
const NOW = /^(?:immediat|immediate|immediatement|des maintenant|des a present|tout de suite|now)$/;

/**
 * @param today `YYYY-MM-DD`, for « immédiat »; without it that is no time
 * @returns undefined for what is no time, or more than one
 */
export function periodIn(text: string, today?: string): Period | undefined {
  if (text.length > maxCharacters) return undefined;
  const bare = foldLabel(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/['’.,;:/_–—-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (NOW.test(bare)) return today === undefined ? undefined : { first: today, last: today };
  const machine = /^(20\d\d) ?([tqs])?(\d{1,2})$/.exec(bare);
  if (machine) return periodIn(`${machine[2] ?? ''}${machine[3]} ${machine[1]}`, today);
  const years = /^(?:de )?(20\d\d) (?:a |au |et )?(20\d\d)$/.exec(bare.replace(LEADS, ''));
  if (years?.[1] && years[2] && years[1] < years[2])
    return { first: `${years[1]}-01-01`, last: `${years[2]}-12-31` };
  return named(bare) ?? named(bare.replace(LEADS, '').replace(/\b(?:de|d|du|l|annee)\b ?/g, ''));
}

function named(text: string): Period | undefined {
  for (const { pattern, months } of FORMS) {
    const [, ...groups] = pattern.exec(text) ?? [];
    const inYear = groups.pop();
    if (inYear === undefined) continue;
    const found = months(groups);
    if (found) return { first: dayOf(inYear, found[0], 1), last: dayOf(inYear, found[1] + 1, 0) };
  }
  return undefined;
}

/** @param day 0 for the last of the month before */
const dayOf = (inYear: string, at: number, day: number): string =>
  new Date(Date.UTC(Number(inYear), at - 1, day)).toISOString().slice(0, 10);
