/** Somebody in a workshop without a screen, for tests that watch what others' screens show. */
import { expect } from 'vitest';
import type { Joined, JoinRequest } from '../../shared/protocol/http.ts';
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
