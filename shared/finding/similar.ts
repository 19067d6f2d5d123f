/**
 * Titles that may say the same thing, so that people can be shown them: nothing is ever merged by a
 * number. Words are folded and cut to five letters (« réserver », « réservation » → « reser »),
 * rare ones weigh more, and what remains is compared by its letters, three by three.
 */
import type { Board } from '../board/board.ts';
import type { Action } from '../board/schema.ts';
import type { ActionId } from '../ids.ts';
import { append, words } from '../lists.ts';
import { foldText } from './words.ts';

export type Titled = Pick<Action, 'id' | 'title'>;
/** Actions each of which resembles every other. */
export interface Alike {
  readonly ids: readonly ActionId[];
  /** Of the two that resemble each other least, from {@link alikeFrom} to 1. */
  readonly score: number;
}

/** Found on French titles: above it nearly all pairs say the same thing, below it few do. */
const alikeFrom = 0.42;

/** The titles that could be brought together: of actions under a priority. */
export const titlesOnShow = ({ numbers, actions }: Board): readonly Titled[] =>
  [...numbers.keys()].flatMap((id) => actions.get(id) ?? []);

/** Groups of titles alike, closest first; each title is in one at most. */
export function alikeAmong(titles: readonly Titled[], from = alikeFrom): readonly Alike[] {
  const scores = scoresOf(titles.map(({ title }) => read(title)));
  const pairs = [...scores].filter(([, score]) => score >= from).sort(([, a], [, b]) => b - a);
  const groups = new Map<number, Group>();
  for (const [key, score] of pairs) {
    const [a, b] = places(key, titles.length);
    const left = groups.get(a) ?? { members: [a], score: 1 };
    const right = groups.get(b) ?? { members: [b], score: 1 };
    if (left === right) continue;
    const crossing = left.members.flatMap((i) =>
      right.members.map((j) => scores.get(keyOf(i, j, titles.length)) ?? 0),
    );
    if (crossing.some((each) => each < from)) continue;
    const group: Group = {
      members: [...left.members, ...right.members],
      score: Math.min(left.score, right.score, score, ...crossing),
    };
    for (const member of group.members) groups.set(member, group);
  }
  return [...new Set(groups.values())]
    .sort((a, b) => b.score - a.score)
    .map(({ members, score }) => ({
      ids: members.sort((a, b) => a - b).flatMap((place) => titles[place]?.id ?? []),
      score,
    }));
}

/** The titles that resemble one of them most, closest first. */
export function alikeTo(one: Titled, others: readonly Titled[], from = alikeFrom) {
  const titles = [one, ...others.filter(({ id }) => id !== one.id)];
  return [...scoresOf(titles.map(({ title }) => read(title)))]
    .filter(([key, score]) => score >= from && places(key, titles.length)[0] === 0)
    .sort(([, a], [, b]) => b - a)
    .flatMap(([key]) => titles[places(key, titles.length)[1]]?.id ?? []);
}

interface Group {
  readonly members: number[];
  readonly score: number;
}
interface Read {
  readonly stems: ReadonlySet<string>;
  readonly trigrams: ReadonlySet<string>;
}

/** Words that say nothing of what an action is about. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  words`a afin ainsi alors apres au aucun aussi autre aux avant avec ce cela ces cet cette ceux
    chaque chez comme comment contre d dans de depuis des deux donc dont du elle elles en encore
    entre est et etre eux faire fait il ils j jusqu l la le les leur leurs lors lorsqu lui m mais
    meme mettre mise moins n ne ni nos notre nous on ont ou par pas plus plusieurs pour puisqu qu
    quand que quel quelle qui s sa sans se ses si son sont sous sur t tous tout toute toutes un
    une vers via vos votre vous y`,
);
const stemLetters = 5;

function read(title: string): Read {
  const found = foldText(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = found.filter((word) => !STOP_WORDS.has(word));
  const letters = ` ${telling.join(' ')} `;
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) trigrams.add(letters.slice(at, at + 3));
  return { stems: new Set(telling.map((word) => word.slice(0, stemLetters))), trigrams };
}

/** Scores of the pairs that share a word, by {@link keyOf}: others cannot be alike. */
function scoresOf(titles: readonly Read[]): ReadonlyMap<number, number> {
  const holders = new Map<string, number[]>();
  for (const [place, { stems }] of titles.entries())
    for (const stem of stems) append(holders, stem, place);
  const weights = new Map(
    [...holders].map(([stem, { length }]) => [stem, Math.log(1 + titles.length / length)]),
  );
  const weightOf = (stem: string) => (weights.get(stem) ?? 0) ** 2;
  const norms = titles.map(({ stems }) =>
    Math.sqrt([...stems].reduce((sum, stem) => sum + weightOf(stem), 0)),
  );
  const shared = new Map<number, number>();
  for (const [stem, places] of holders) addPairs(shared, places, weightOf(stem), titles.length);
  const scores = new Map<number, number>();
  for (const [key, product] of shared) {
    const [a, b] = places(key, titles.length);
    const cosine = product / ((norms[a] ?? 1) * (norms[b] ?? 1));
    // Letters cannot make up for words that are not shared at all: most pairs end here.
    if (cosine < cosineFrom) continue;
    scores.set(key, (cosine + dice(titles[a]?.trigrams, titles[b]?.trigrams)) / 2);
  }
  return scores;
}
const cosineFrom = 0.2;

function addPairs(
  sums: Map<number, number>,
  places: readonly number[],
  weight: number,
  count: number,
): void {
  places.forEach((a, index) => {
    for (let next = index + 1; next < places.length; next++) {
      const key = a * count + (places[next] ?? 0);
      sums.set(key, (sums.get(key) ?? 0) + weight);
    }
  });
}

function dice(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  let both = 0;
  for (const trigram of a) if (b.has(trigram)) both += 1;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/** A pair of places as one number, whichever comes first. */
const keyOf = (a: number, b: number, count: number): number =>
  Math.min(a, b) * count + Math.max(a, b);
const places = (key: number, count: number): readonly [number, number] => [
  Math.floor(key / count),
  key % count,
];
