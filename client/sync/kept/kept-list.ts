/** What of one board is kept, as changes of the list: plain arithmetic on items. */
import { equalityDeep } from 'lib0/function';
import type { BoardDoc } from '../../../shared/board/doc.ts';
import { lackingIn } from '../../../shared/board/work/lacking.ts';
import { pathKey } from '../../../shared/board/work/path.ts';
import { type Work, workKey } from '../../../shared/board/work/work.ts';
import { newId } from '../../../shared/ids.ts';
import type { SessionView } from '../../../shared/session/view.ts';
import type { KeptChange } from './kept-device.ts';
import type { KeptThing, KeptWork, ToKeep, Where } from './kept-work.ts';

/** Whose work, of which board, when. */
export type Keeping = Pick<KeptWork, 'boardId' | 'personId' | 'workshop' | 'at'>;

export const isWork = (thing: KeptThing): thing is Work =>
  thing.kind !== 'typed' && thing.kind !== 'idea' && thing.kind !== 'votes';

/**
 * Adds to what is kept. The same thing is kept once, however often a page, or two of them, hand it
 * over; what is said of one place a second time in one go stands for the first.
 * @param where tells the place of a thing that comes without one
 */
export function adding(
  items: readonly KeptWork[],
  news: readonly ToKeep[],
  keeping: Keeping,
  where: (thing: KeptThing) => Where,
): KeptChange {
  const there = byPlace(items.filter((item) => isOf(item, keeping)));
  const put = news.flatMap((one) => {
    const known = there.get(placeOf(one.work)) ?? [];
    if (known.some(({ work }) => isSameSaying(work, one.work))) return [];
    const former = known.find(
      ({ at, work }) => at === keeping.at || work.kind === 'votes' || goesOn(work, one.work),
    );
    const key = former?.key ?? newId<'kept'>();
    return [{ ...keeping, key, work: one.work, why: one.why, where: one.where ?? where(one.work) }];
  });
  return { put, drop: [] };
}

const isOf = (a: KeptWork, b: Keeping): boolean =>
  a.boardId === b.boardId && a.personId === b.personId;

/** What it stood on is noted later, and no part of what was done. */
const isSameSaying = (a: KeptThing, b: KeptThing): boolean =>
  equalityDeep({ ...a, base: undefined }, { ...b, base: undefined });

/** Whether what is said now of a place has in it all that was said before. */
function goesOn(before: KeptThing, now: KeptThing): boolean {
  if (before.kind === 'text' && now.kind === 'text') return now.text.includes(before.text);
  if (before.kind === 'typed' && now.kind === 'typed') return now.text.includes(before.text);
  if (before.kind !== 'created' || now.kind !== 'created') return false;
  return Object.entries(before.values).every(([key, was]) => {
    const is = now.values[key];
    return typeof was === 'string' && typeof is === 'string'
      ? is.includes(was)
      : equalityDeep(was, is);
  });
}

/** The last thing kept of each place: what was kept of it before says something else. */
export function lastOfEachPlace(items: readonly KeptWork[]): readonly KeptWork[] {
  const last = new Map<string, KeptWork>();
  for (const item of items) {
    const other = last.get(placeOf(item.work));
    if (!other || other.at <= item.at) last.set(placeOf(item.work), item);
  }
  return [...last.values()];
}

function byPlace(items: readonly KeptWork[]): ReadonlyMap<string, readonly KeptWork[]> {
  const places = new Map<string, KeptWork[]>();
  for (const item of items) {
    const place = placeOf(item.work);
    const there = places.get(place);
    if (there) there.push(item);
    else places.set(place, [item]);
  }
  return places;
}

function placeOf(thing: KeptThing): string {
  if (isWork(thing)) return workKey(thing);
  if (thing.kind === 'votes') return pathKey(['votes', thing.roundId, thing.actionId]);
  return thing.kind === 'idea' ? pathKey(['idea', thing.id]) : pathKey(['typed', thing.key]);
}

/** Takes away what the board and the session have after all; what is left is what they lack. */
export function settling(
  items: readonly KeptWork[],
  doc: BoardDoc,
  session: SessionView | null,
): KeptChange {
  const [put, drop]: [KeptWork[], string[]] = [[], []];
  const holders = byPlace(items);
  for (const item of items) {
    if (!isWork(item.work)) {
      if (isCounted(item, session)) drop.push(item.key);
      continue;
    }
    const place = placeOf(item.work);
    const isElsewhere = (work: Work) =>
      (holders.get(placeOf(work)) ?? []).some((other) => other.key !== item.key);
    const lacking = lackingIn(doc, [item.work]);
    const [first, ...others] = lacking.filter(
      (work) => placeOf(work) === place || !isElsewhere(work),
    );
    if (!first) drop.push(item.key);
    else if (!equalityDeep(first, item.work)) put.push({ ...item, work: first });
    // Something created that came in part: the fields that did not are things of their own now.
    for (const work of others) put.push({ ...item, work, key: newId<'kept'>() });
  }
  return { put, drop };
}

/** Whether the session has a thing that it was asked for: it tells each person of their own alone. */
function isCounted({ work: thing, personId }: KeptWork, session: SessionView | null): boolean {
  if (personId !== session?.me) return false;
  if (thing.kind === 'votes') {
    const mine = session.rounds.find(({ id }) => id === thing.roundId)?.mine;
    return mine !== undefined && (mine.dots[thing.actionId] ?? 0) === thing.dots;
  }
  return (
    thing.kind === 'idea' &&
    (session.drafts.mine ?? []).some(
      ({ id, title, description }) =>
        id === thing.id && title === thing.title && description === thing.description,
    )
  );
}
