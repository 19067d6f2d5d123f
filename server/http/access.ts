/**
 * Who may come in by what they hold. Without a secret that opens something here, a board that
 * exists and one that does not are told apart neither by the answer nor by the work it took.
 */
import { type BoardId, isId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { ROLES, type Role } from '../../shared/session/roles.ts';
import type { Clock } from '../clock.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { PersonRow, Store } from '../store/store.ts';
import { type ProblemCode, problem } from './answers.ts';
import type { Visit } from './routes.ts';
import { bearerOf, hashSecret, sameHash } from './secrets.ts';

export type Access = ReturnType<typeof createAccess>;
interface Entered {
  readonly boardId: BoardId;
  readonly role: Role;
}
interface Holder extends Entered {
  /** Whose ticket it is; null for a link, which is nobody's. */
  readonly person: PersonRow | null;
}

/** @param wrongTokens slows whoever tries secrets; one that is right always passes */
// The ways in share the same look-ups, and the same answer when they fail.
export function createAccess(store: Store, wrongTokens: RateLimit, clock: Clock) {
  const byLinkOrTicket = async (
    request: Request,
    { params, address }: Visit,
  ): Promise<Result<Holder, Response>> => {
    const asked = hashSecret(bearerOf(request) ?? '');
    const boardId = boardIdOf(params.id);
    const person = await store.personByTicket(boardId, asked);
    const role = person?.role ?? (await roleOf(boardId, asked));
    if (role === undefined) return err(await refuse(boardId, asked, request, address));
    return ok({ boardId, role, person: person ?? null });
  };

  return {
    /** By the token of a link, or a pass, of the board `:id`. The error is the answer to give. */
    async byLink(request: Request, { params, address }: Visit): Promise<Result<Entered, Response>> {
      const asked = hashSecret(bearerOf(request) ?? '');
      const boardId = boardIdOf(params.id);
      const role = await roleOf(boardId, asked);
      return role ? ok({ boardId, role }) : err(await refuse(boardId, asked, request, address));
    },

    /** By a link's token, a pass or a person's ticket. */
    byLinkOrTicket,
    /** The same, for facilitators alone. */
    async byFacilitator(request: Request, visit: Visit) {
      const holder = await byLinkOrTicket(request, visit);
      const isRefused = holder.ok && holder.value.role !== 'facilitator';
      return isRefused ? err(problem('not-facilitator')) : holder;
    },

    /** The person a ticket belongs to, for sockets. */
    async byTicket(board: string, ticket: string, address: string) {
      const boardId = boardIdOf(board);
      const person = await store.personByTicket(boardId, hashSecret(ticket));
      if (person) return ok({ boardId, person });
      return err(wrongTokens(address) > 0 ? ('too-often' as const) : ('unauthorized' as const));
    },
  };

  /** What a link's token or a pass opens this board as. */
  async function roleOf(boardId: BoardId, asked: Uint8Array): Promise<Role | undefined> {
    const links = await store.links(boardId);
    const hasPass = await store.hasPass(boardId, asked, clock());
    let found: Role | undefined = hasPass ? 'participant' : undefined;
    // As many comparisons for a board without links, which is one that does not exist.
    for (let index = 0; index < Math.max(links.length, ROLES.length); index++) {
      const link = links[index];
      if (sameHash(asked, link?.hash ?? nobody) && link) found = link.role;
    }
    return found;
  }

  async function refuse(
    boardId: BoardId,
    asked: Uint8Array,
    request: Request,
    address: string,
  ): Promise<Response> {
    // Both questions whatever the answers: the time says nothing either.
    const [board, holdsAnother] = [await store.board(boardId), await store.isLinkHash(asked)];
    if (holdsAnother && !board) return problem('unknown-board');
    const wait = bearerOf(request) === undefined ? 0 : wrongTokens(address);
    return wait > 0 ? tooOften(wait) : unauthorized();
  }
}

/** @param wait whole seconds, from a rate limit */
export const tooOften = (wait: number): Response =>
  problem('too-often' satisfies ProblemCode, undefined, { 'retry-after': String(wait) });

/** What is held opens nothing here. */
export const unauthorized = (): Response =>
  problem('unauthorized', undefined, { 'www-authenticate': 'Bearer' });

/** A hash no secret has: SHA-256 never gives 32 zeros to anybody. */
const nobody = new Uint8Array(32);

/** What is no identifier is the id of no board. */
const boardIdOf = (text = ''): BoardId => (isId(text) ? text : '') as BoardId;
