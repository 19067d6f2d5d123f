/** The HTTP API for facilitators: who may come in. `secret`: a facilitator's ticket, or their link's. */
import * as v from 'valibot';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type {
  Entry,
  EntryRequest,
  LinkRenewed,
  PersonChanged,
  PersonRequest,
} from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import { bearer, post } from '../browser/requests.ts';
import { type Answer, ask, ONCE, REPEATABLE } from './http.ts';

const renewed = v.looseObject({ role: v.string(), link: v.string() });
const entry = v.looseObject({ code: v.nullable(v.string()) });
const changed = v.looseObject({ personId: v.string(), role: v.string(), name: v.string() });

/** Once: a second link would close the first, which may have been told. */
export const renewLink = (
  boardId: BoardId,
  secret: string,
  role: Role,
): Promise<Answer<LinkRenewed>> =>
  ask(
    `/api/boards/${boardId}/links/${role}`,
    { method: 'POST', headers: bearer(secret) },
    ONCE(renewed),
  );

export const setEntry = (
  boardId: BoardId,
  secret: string,
  request: EntryRequest,
): Promise<Answer<Entry>> =>
  ask(`/api/boards/${boardId}/code`, post(request, secret), REPEATABLE(entry));

export const changePerson = (
  boardId: BoardId,
  secret: string,
  personId: PersonId,
  request: PersonRequest,
): Promise<Answer<PersonChanged>> =>
  ask(
    `/api/boards/${boardId}/people/${personId}`,
    { ...post(request, secret), method: 'PATCH' },
    REPEATABLE(changed),
  );

/** Once: somebody who is gone already is unknown. */
export const removePerson = (
  boardId: BoardId,
  secret: string,
  personId: PersonId,
): Promise<Answer<PersonChanged>> =>
  ask(
    `/api/boards/${boardId}/people/${personId}`,
    { method: 'DELETE', headers: bearer(secret) },
    ONCE(changed),
  );
