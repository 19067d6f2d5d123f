/** Somebody in a workshop without a screen, for tests that watch what others' screens show. */
import { expect } from 'vitest';
import type { PersonId } from '../../shared/ids.ts';
import type { Joined, JoinRequest, PersonRequest } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { KnownBoard } from './stage.ts';
import { createSyncClient, type SyncClient } from './sync-client.ts';

export interface Guest {
  readonly joined: Joined;
  readonly client: SyncClient;
}

/** Joins by the link of a role and connects; resolves once the server has told the session. */
export async function joinAs(
  origin: string,
  { boardId, links }: KnownBoard,
  role: Role,
  who: JoinRequest,
): Promise<Guest> {
  const answer = await fetch(`${origin}/api/boards/${boardId}/join`, {
    method: 'POST',
    headers: { authorization: `Bearer ${new URL(links[role]).hash.slice(1)}` },
    body: JSON.stringify(who),
  });
  expect(answer.status).toBe(201);
  const joined = (await answer.json()) as Joined;
  const client = createSyncClient({ origin, boardId, ticket: joined.ticket });
  await client.until(() => client.sessions.length > 0);
  return { joined, client };
}

/**
 * What a facilitator asks of the server about who may come in.
 * @param path under that of the board: `people/<id>`, `links/<role>`
 */
export async function changeAccess(
  origin: string,
  { boardId }: Pick<KnownBoard, 'boardId'>,
  { joined }: Guest,
  method: 'PATCH' | 'DELETE' | 'POST',
  path: string,
  body?: PersonRequest,
): Promise<Response> {
  const answer = await fetch(`${origin}/api/boards/${boardId}/${path}`, {
    method,
    headers: { authorization: `Bearer ${joined.ticket}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return answer;
}

/** The id of somebody of the workshop, once this guest has heard of them. */
export async function personNamed({ client }: Guest, name: string): Promise<PersonId> {
  const found = () => client.sessions.at(-1)?.people.find((person) => person.name === name);
  await client.until(() => found() !== undefined);
  return found()?.id as PersonId;
}
