/** What is asked of the server, as `fetch` is given it. The ways in are asked ahead of the page, too. */
import type { BoardId } from '../../shared/ids.ts';
import type { JoinRequest } from '../../shared/protocol/http.ts';

export type Asking = readonly [path: string, init: RequestInit];

export const jsonBody = { 'content-type': 'application/json' } as const;
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
export const post = (body: object, token?: string): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { ...jsonBody, ...(token !== undefined && bearer(token)) },
});

export const doorAsked = (boardId: BoardId, token: string): Asking => [
  `/api/boards/${boardId}`,
  { headers: bearer(token) },
];
export const joinAsked = (boardId: BoardId, token: string, request: JoinRequest): Asking => [
  `/api/boards/${boardId}/join`,
  post(request, token),
];
