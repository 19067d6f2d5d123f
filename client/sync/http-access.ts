/** The HTTP API for facilitators: who may come in. `secret`: a facilitator's ticket, or their link's. */
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type {
  Entry,
  EntryRequest,
  LinkRenewed,
  PersonChanged,
  PersonRequest,
} from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import { type Answer, bearer, json, post } from './http.ts';

export const renewLink = (
  boardId: BoardId,
  secret: string,
  role: Role,
): Promise<Answer<LinkRenewed>> =>
  json(`/api/boards/${boardId}/links/${role}`, { method: 'POST', headers: bearer(secret) });

export const setEntry = (
  boardId: BoardId,
  secret: string,
  request: EntryRequest,
): Promise<Answer<Entry>> => json(`/api/boards/${boardId}/code`, post(request, secret));

export const changePerson = (
  boardId: BoardId,
  secret: string,
  personId: PersonId,
  request: PersonRequest,
): Promise<Answer<PersonChanged>> =>
  json(`/api/boards/${boardId}/people/${personId}`, {
    ...post(request, secret),
    method: 'PATCH',
  });

export const removePerson = (
  boardId: BoardId,
  secret: string,
  personId: PersonId,
): Promise<Answer<PersonChanged>> =>
  json(`/api/boards/${boardId}/people/${personId}`, { method: 'DELETE', headers: bearer(secret) });
