/** `PATCH` and `DELETE /api/boards/:id/people/:personId`: facilitators rename, hand over, remove. */
import * as v from 'valibot';
import type { PersonChanged } from '../../shared/protocol/http.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { PersonRow } from '../store/store.ts';
import { json, type ProblemCode, problem } from './answers.ts';
import { parseBody, readJson } from './body.ts';
import type { BoardParts } from './parts.ts';
import { personName } from './person-name.ts';
import type { Handler } from './routes.ts';

const maxBodyBytes = 4_096;

export function changePerson(deps: BoardParts): Handler {
  return async (request, visit) => {
    const body = await readJson(request, maxBodyBytes);
    return withPerson(deps, (person) => readChange(body, person))(request, visit);
  };
}

/** Their tickets open nothing and their name is erased; what they wrote stays, by "une personne". */
export const removePerson = (deps: BoardParts): Handler =>
  withPerson(deps, (person) => ok({ ...person, name: '', ticketHash: null }));

/** @param change what becomes of the person, or why it may not be */
function withPerson(
  { access, store, rooms, oneByOne }: BoardParts,
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

/** What is not named stays as it is. */
function readChange(body: unknown, person: PersonRow): Result<PersonRow, ProblemCode> {
  const isObserver = person.role === 'observer';
  // An observer's link is the projector's, and needs no name: nothing else is made of it by a slip.
  const roles: readonly Role[] = isObserver ? ['observer'] : ['facilitator', 'participant'];
  const schema = v.object({
    name: v.nullish(personName(isObserver), person.name),
    role: v.nullish(v.picklist(roles, 'bad-role' satisfies ProblemCode), person.role),
  });
  const change = parseBody(body, schema, 'bad-request');
  return change.ok ? ok({ ...person, ...change.value }) : change;
}

const isIn = ({ ticketHash }: PersonRow): boolean => ticketHash !== null;
const leads = (person: PersonRow): boolean => person.role === 'facilitator' && isIn(person);
