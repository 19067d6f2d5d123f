/** What the dealing view is made of: those who may be given sheets, and the sheets that nobody has. */
import type { Board } from '../../../shared/board/board.ts';
import { abbreviationOf } from '../../../shared/board/labels.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId, DirectionId } from '../../../shared/ids.ts';
import type { Hand } from '../../../shared/session/groups/deal.ts';
import { hueOfGroup } from '../../../shared/session/groups/group.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import type { PersonView } from '../../../shared/session/present.ts';
import { membersOf } from '../../state/groups.ts';

export type Assignee = NonNullable<Action['assignedTo']>;
export type Receivers = 'groups' | 'directions';

export interface Column extends Hand<Assignee> {
  readonly kind: 'group' | 'direction' | 'person';
  readonly name: string;
  /** The name, with the letter where two may have the same. */
  readonly label: string;
  /** Of a group. */
  readonly badge?: { readonly letter: string; readonly hue: number };
  /** Short letters, of a direction. */
  readonly short?: string;
  /** People there are, and how many of them have a device; absent of a person. */
  readonly size?: { readonly heads: number; readonly devices: number };
  readonly ids: readonly ActionId[];
}

export interface Dealt {
  readonly board: Board;
  readonly people: readonly PersonView[];
  readonly groups: readonly GroupView[];
  readonly nameOf: (group: GroupView) => string;
}

/**
 * First those that are dealt to, then whoever else was given a sheet.
 * @param order of all that is on show, best first
 */
export function columnsOf(
  to: Receivers,
  { board, people, groups, nameOf }: Dealt,
  order: readonly ActionId[],
): readonly Column[] {
  const given = givenIn(board, order);
  const idsOf = (id: Assignee) => given.get(id) ?? NONE;
  const participants = people.filter(({ role }) => role === 'participant');
  const ofGroups = groups.map((group): Column => {
    const { members, heads } = membersOf(participants, group);
    return {
      kind: 'group',
      id: group.id,
      name: nameOf(group),
      label: group.name ? `${group.letter}, ${group.name}` : nameOf(group),
      badge: { letter: group.letter, hue: hueOfGroup(group) },
      size: { heads, devices: members.length },
      directionIds: directionsOf(members),
      ids: idsOf(group.id),
      has: idsOf(group.id).length,
    };
  });
  const leading = new Set(order.map((id) => board.actions.get(id)?.leadDirectionId));
  const ofDirections = [...board.directions.values()].flatMap((direction): readonly Column[] => {
    const own = participants.filter(({ directionId }) => directionId === direction.id);
    const { id } = direction;
    if (own.length === 0 && idsOf(id).length === 0 && !leading.has(id)) return NONE;
    const heads = own.reduce((sum, { seats }) => sum + seats, 0);
    return [
      {
        kind: 'direction',
        id,
        name: direction.name ?? abbreviationOf(direction),
        label: direction.name ?? abbreviationOf(direction),
        short: abbreviationOf(direction),
        size: { heads, devices: own.length },
        directionIds: [id],
        ids: idsOf(id),
        has: idsOf(id).length,
      },
    ];
  });
  const ofPeople = participants.map((person): Column => {
    const ids = idsOf(person.id);
    const directionIds = directionsOf([person]);
    return {
      kind: 'person',
      id: person.id,
      name: person.name ?? '',
      label: person.name ?? '',
      directionIds,
      ids,
      has: ids.length,
    };
  });
  const [dealtTo, others] = to === 'groups' ? [ofGroups, ofDirections] : [ofDirections, ofGroups];
  return [...dealtTo, ...[...others, ...ofPeople].filter(({ ids }) => ids.length > 0)];
}

/** Given to nobody who is still there: a group that was removed gives its sheets back. */
export const undealtIn = (
  order: readonly ActionId[],
  columns: readonly Column[],
): readonly ActionId[] => {
  const given = new Set(columns.flatMap(({ ids }) => ids));
  return order.filter((id) => !given.has(id));
};

function givenIn(board: Board, order: readonly ActionId[]): ReadonlyMap<Assignee, ActionId[]> {
  const given = new Map<Assignee, ActionId[]>();
  for (const id of order) {
    const to = board.actions.get(id)?.assignedTo;
    if (to === undefined) continue;
    const own = given.get(to);
    if (own) own.push(id);
    else given.set(to, [id]);
  }
  return given;
}

const directionsOf = (people: readonly PersonView[]): readonly DirectionId[] =>
  people.flatMap(({ directionId }) => (directionId === null ? [] : [directionId]));

const NONE: readonly never[] = [];
