/**
 * `POST /api/boards/:id/links/:role`: a new link, which takes the former one back with all it gave.
 * Whoever has that role leaves at once, but the facilitator who does it; to come back takes the new link.
 */
import type { LinkRenewed } from '../../shared/protocol/http.ts';
import { isRole } from '../../shared/session/roles.ts';
import { json, problem } from './answers.ts';
import type { BoardParts, HttpParts } from './parts.ts';
import type { Handler } from './routes.ts';
import { hashSecret, linkTo, newSecret } from './secrets.ts';

type LinkParts = BoardParts & Pick<HttpParts, 'origin'>;

export function renewLink({ access, store, rooms, oneByOne, origin }: LinkParts): Handler {
  return (request, visit) =>
    oneByOne(visit.params.id ?? '', async () => {
      const leading = await access.byFacilitator(request, visit);
      if (!leading.ok) return leading.error;
      const { role } = visit.params;
      if (!isRole(role)) return problem('unknown-role');

      const { boardId, person } = leading.value;
      const token = newSecret();
      await store.replaceLink(boardId, { role, hash: hashSecret(token) }, person?.id);
      const loses = (each: { readonly role: string; readonly id: string }) =>
        each.role === role && each.id !== person?.id;
      rooms.disconnect(boardId, loses, 'unauthenticated');
      await rooms.peopleChanged(boardId);
      await store.sync();
      return json(200, {
        role,
        link: linkTo(origin(request), boardId, token),
      } satisfies LinkRenewed);
    });
}
