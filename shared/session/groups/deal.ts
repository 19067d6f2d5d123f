/** Dealing sheets to groups or directions, and people to groups: pure, so that a page shows what it will do. */
import type { ActionId, DirectionId, GroupId, PersonId } from '../../ids.ts';
import type { PersonView } from '../present.ts';

/** What is dealt, best first. */
export interface DealtCard {
  readonly id: ActionId;
  readonly leadDirectionId?: DirectionId;
}
/** Whoever receives. */
export interface Hand<Id> {
  readonly id: Id;
  /** Directions whose people are in it. */
  readonly directionIds: readonly DirectionId[];
  /** How many sheets it has already. */
  readonly has: number;
}
/** `lead`: to whoever has people of the direction that leads the action. */
export const DEAL_WAYS = ['lead', 'even'] as const;
export type DealWay = (typeof DEAL_WAYS)[number];

/**
 * Each sheet to the one who has the fewest, the first of equals. By lead, only those with people of
 * that direction are considered; a sheet that none of them leads is dealt evenly after the others,
 * unless `leftovers` says to leave it.
 */
export function dealCards<Id>(
  cards: readonly DealtCard[],
  hands: readonly Hand<Id>[],
  way: DealWay,
  leftovers: 'even' | 'leave' = 'even',
): ReadonlyMap<ActionId, Id> {
  const counts = new Map(hands.map(({ id, has }) => [id, has]));
  const dealt = new Map<ActionId, Id>();
  const give = (card: DealtCard, among: readonly Hand<Id>[]) => {
    const to = fewest(among, ({ id }) => counts.get(id) ?? 0);
    if (!to) return;
    counts.set(to.id, (counts.get(to.id) ?? 0) + 1);
    dealt.set(card.id, to.id);
  };
  const ledBy = ({ leadDirectionId }: DealtCard) =>
    leadDirectionId === undefined
      ? []
      : hands.filter(({ directionIds }) => directionIds.includes(leadDirectionId));
  const left: DealtCard[] = [];
  for (const card of cards) {
    const leads = way === 'lead' ? ledBy(card) : hands;
    if (leads.length > 0) give(card, leads);
    else left.push(card);
  }
  if (leftovers === 'even') for (const card of left) give(card, hands);
  return dealt;
}

/** The first of those with the least. */
function fewest<Item>(items: readonly Item[], count: (item: Item) => number): Item | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  return others.reduce((best, item) => (count(item) < count(best) ? item : best), first);
}

type Dealable = Pick<PersonView, 'id' | 'directionId' | 'actorId' | 'seats'>;

/**
 * People to groups: as many in each as can be, and people of one direction or body in as many
 * groups as can be.
 */
export function dealPeople(
  people: readonly Dealable[],
  groupIds: readonly GroupId[],
): readonly { readonly groupId: GroupId; readonly personIds: readonly PersonId[] }[] {
  const dealt = groupIds.map((groupId) => ({ groupId, people: [] as Dealable[] }));
  const placeOf = ({ directionId, actorId }: Dealable) => directionId ?? actorId ?? '';
  // Those who write for many first: they are the hardest to place evenly.
  const order = [...people].sort(
    (a, b) => b.seats - a.seats || (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0),
  );
  for (const person of order) {
    const size = (one: (typeof dealt)[number]) =>
      one.people.reduce((sum, { seats }) => sum + seats, 0);
    const alike = (one: (typeof dealt)[number]) =>
      one.people.filter((other) => placeOf(other) === placeOf(person)).length;
    // One of the same place weighs less than one person more.
    fewest(dealt, (one) => size(one) + alike(one) / (people.length + 1))?.people.push(person);
  }
  return dealt.map(({ groupId, people: own }) => ({
    groupId,
    personIds: own.map(({ id }) => id),
  }));
}
