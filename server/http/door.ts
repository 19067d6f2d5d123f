/** `GET /api/boards/:id`: what somebody who holds a link may know before joining. */
import type { BoardDoor } from '../../shared/protocol/http.ts';
import { json, problem } from './answers.ts';
import type { HttpParts } from './parts.ts';
import type { Handler } from './routes.ts';

export function door({
  access,
  store,
  rooms,
}: Pick<HttpParts, 'access' | 'store' | 'rooms'>): Handler {
  return async (request, visit) => {
    const entered = await access.byLink(request, visit);
    if (!entered.ok) return entered.error;
    const { boardId, role } = entered.value;
    const row = await store.board(boardId);
    const frame = await rooms.frame(boardId);
    if (!row || !frame) return problem('unknown-board'); // purged since the link was looked at
    const { info, directions, actors } = frame;
    return json(200, {
      boardId,
      role,
      title: info.title ?? '',
      subtitle: info.subtitle ?? '',
      territory: info.territory ?? '',
      notice: info.notice ?? '',
      purgeAt: row.purgeAt,
      directions: [...directions.values()].map(nameOf),
      actors: [...actors.values()].map(nameOf),
    } satisfies BoardDoor);
  };
}

const nameOf = <Kind>({ id, name }: { readonly id: Kind; readonly name?: string | undefined }) => ({
  id,
  name: name ?? '',
});
