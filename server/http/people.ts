/** `PATCH` and `DELETE /api/boards/:id/people/:personId`: facilitators rename, hand over, remove. */
import { isObject, own, parseJson } from '../../shared/file/json.ts';
import type { PersonChanged } from '../../shared/protocol/http.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { PersonRow, Store } from '../store/store.ts';
import type { Access } from './access.ts';
import { json, type ProblemCode, problem } from './answers.ts';
import { readText } from './body.ts';
import type { OneByOne } from './one-by-one.ts';
import { readPersonName } from './person-name.ts';
import type { Handler } from './routes.ts';

export interface PeopleDeps {
  readonly access: Pick<Access, 'byFacilitator'>;
  readonly store: Pick<Store, 'people' | 'savePerson' | 'sync'>;
  readonly rooms: Pick<Rooms, 'disconnect' | 'peopleChanged'>;
  readonly oneByOne: OneByOne;
}

const maxBodyBytes = 4_096;

export function changePerson(deps: PeopleDeps): Handler {
  return async (request, visit) => {
    const text = await readText(request, maxBodyBytes);
    const body = text.ok ? parseJson(text.value) : undefined;
    return withPerson(deps, (person) => readChange(body, person))(request, visit);
  };
}

/** Their tickets open nothing and their name is erased; what they wrote stays, by "une personne". */
export const removePerson = (deps: PeopleDeps): Handler =>
  withPerson(deps, (person) => ok({ ...person, name: '', ticketHash: null }));

/** @param change what becomes of the person, or why it may not be */
function withPerson(
  { access, store, rooms, oneByOne }: PeopleDeps,
  change: (person: PersonRow) => Result<PersonRow, ProblemCode>,
): Handler {
  return (request, visit) =>
    oneByOne(visit.params.id ?? '', async () => {
      const leading = await access.byFacilitator(request, visit);
      if (!leading.ok) return leading.error;
      const { boardId } = leading.value;
      const people = (await store.people(boardId)).filter(isIn);
      const before = people.find(({ id }) => id === visit.params.personId);
      if (!before) return problem('unknown-person');
      const changed = change(before);
      if (!changed.ok) return problem(changed.error);

      const after = changed.value;
      const others = people.filter(({ id }) => id !== before.id);
      if (leads(before) && ![...others, after].some(leads)) return problem('last-facilitator');
      await store.savePerson(boardId, after);
      const { id, role, name } = after;
      // The ordinary way in decides again, with what they are now.
      const reason = isIn(after) ? 'accessChanged' : 'unauthenticated';
      if (!isIn(after) || role !== before.role)
        rooms.disconnect(boardId, (person) => person.id === id, reason);
      await rooms.peopleChanged(boardId);
      await store.sync();
      return json(200, { personId: id, role, name } satisfies PersonChanged);
    });
}

/** Undefined keys stay as they are. */
function readChange(body: unknown, person: PersonRow): Result<PersonRow, ProblemCode> {
  if (!isObject(body)) return err('bad-request');
  const name = readPersonName(own(body, 'name') ?? person.name);
  if (name === undefined || (name === '' && person.role !== 'observer')) return err('bad-name');
  const role = own(body, 'role') ?? person.role;
  // An observer's link is the projector's, and needs no name: nothing else is made of it by a slip.
  const isKnown = role === 'facilitator' || role === 'participant';
  if (role !== person.role && (!isKnown || person.role === 'observer')) return err('bad-role');
  return ok({ ...person, name, role: isKnown ? role : person.role });
}

const isIn = ({ ticketHash }: PersonRow): boolean => ticketHash !== null;
const leads = (person: PersonRow): boolean => person.role === 'facilitator' && isIn(person);
