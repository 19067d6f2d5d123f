/** `POST /api/boards/:id/join`: somebody with a link becomes a person of the board, with a ticket. */

import * as v from 'valibot';
import type { Board } from '../../shared/board/board.ts';
import { type ActorId, type DirectionId, newId } from '../../shared/ids.ts';
import type { Joined } from '../../shared/protocol/http.ts';
import type { Result } from '../../shared/result.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { PersonRow } from '../store/store.ts';
import { tooOften, unauthorized } from './access.ts';
import { json, type ProblemCode, problem } from './answers.ts';
import { parseBody, readJson } from './body.ts';
import type { BoardParts, HttpParts } from './parts.ts';
import { personName } from './person-name.ts';
import type { Handler } from './routes.ts';
import { hashSecret, newSecret } from './secrets.ts';

type JoinParts = BoardParts & Pick<HttpParts, 'joins' | 'visitors' | 'clock' | 'config'>;

const maxBodyBytes = 4_096;

export function join(deps: JoinParts): Handler {
  const { access, store, rooms, joins, visitors, clock, oneByOne, config } = deps;
  /** Each is told to everybody, and counted at every entry: a link in the wrong hands has an end. */
  const isFull = (people: readonly PersonRow[]): boolean =>
    people.filter(isIn).length >= config.maxJoinedPerBoard;
  return async (request, visit) => {
    const wait = joins(visit.address);
    if (wait > 0) return tooOften(wait);
    const entered = await access.byLink(request, visit);
    if (!entered.ok) return entered.error;
    const { boardId, role } = entered.value;

    const body = await readJson(request, maxBodyBytes);
    const frame = await rooms.frame(boardId);
    if (!frame) return problem('unknown-board'); // purged since the link was looked at
    const identity = readIdentity(body, role, frame);
    if (!identity.ok) return problem(identity.error);

    const ticket = newSecret();
    const person: PersonRow = {
      id: newId<'person'>(),
      role,
      ...identity.value,
      ticketHash: hashSecret(ticket),
      joinedAt: clock(),
    };
    const barred = await oneByOne(boardId, async () => {
      // The link may have been renewed since it was looked at: whoever it let in was told to leave.
      const still = await access.byLink(request, visit);
      if (!still.ok) return still.error;
      const people = await store.people(boardId);
      const before = people.find(({ id }) => id === formerIn(body));
      if (before && !isIn(before)) return unauthorized();
      if (role !== 'facilitator' && isFull(people)) return problem('too-many-people');
      await store.savePerson(boardId, person);
      visitors.joined({ boardId, person });
      await rooms.peopleChanged(boardId);
      return undefined;
    });
    if (barred) return barred;
    const { ticketHash: _kept, joinedAt: _unsaid, id: personId, ...shown } = person;
    return json(201, { personId, ...shown, ticket } satisfies Joined);
  };
}

const isIn = ({ ticketHash }: PersonRow): boolean => ticketHash !== null;

/** Who a page that comes back by itself was here: forgotten, it may; removed, a person decides. */
function formerIn(body: unknown): string | undefined {
  const read = v.safeParse(v.object({ again: v.string() }), body);
  return read.success ? read.output.again : undefined;
}

export type Identity = Pick<PersonRow, 'name' | 'directionId' | 'actorId'>;

/**
 * Who somebody says they are. Observers need no name; only participants need a direction or an
 * actor, and only of a board that has any.
 */
export function readIdentity(
  body: unknown,
  role: Role,
  { directions, actors }: Pick<Board, 'directions' | 'actors'>,
): Result<Identity, ProblemCode> {
  const hasPlaces = directions.size + actors.size > 0;
  const schema = v.pipe(
    v.object({
      name: v.nullish(personName(role === 'observer'), ''),
      directionId: idIn<DirectionId>(directions),
      actorId: idIn<ActorId>(actors),
    }),
    v.check(({ directionId, actorId }) => {
      if (directionId !== null && actorId !== null) return false;
      const isNowhere = directionId === null && actorId === null;
      return !(isNowhere && hasPlaces && role === 'participant');
    }, 'bad-place' satisfies ProblemCode),
  );
  return parseBody(body, schema, 'bad-join');
}

/** The id of something the board has; null when none is given. */
const idIn = <Key extends string>(members: ReadonlyMap<Key, unknown>) =>
  v.nullish(
    v.custom<Key>((id) => members.has(id as Key), 'bad-place' satisfies ProblemCode),
    null,
  );
