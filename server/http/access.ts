/**
 * Who may come in by what they hold. Without a secret that opens something here, a board that
 * exists and one that does not are told apart neither by the answer nor by the work it took.
 */
import { type BoardId, isId } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { ROLES } from '../../shared/session/roles.ts';
import type { Link, PersonRow, Store } from '../store/store.ts';
import { type ProblemCode, problem } from './answers.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Visit } from './routes.ts';
import { bearerOf, hashSecret, sameHash } from './secrets.ts';

export interface Access {
  /** By the token of a link of the board `:id`. The error is the answer to give. */
  readonly byLink: (request: Request, visit: Visit) => Promise<Result<Entered, Response>>;
  /** By a link's token or by a person's ticket. */
  readonly byLinkOrTicket: (request: Request, visit: Visit) => Promise<Result<BoardId, Response>>;
  /** The person a ticket belongs to, for sockets. */
  readonly byTicket: (
    board: string,
    ticket: string,
    address: string,
  ) => Promise<Result<{ boardId: BoardId; person: PersonRow }, 'unauthorized' | 'too-often'>>;
}
interface Entered {
  readonly boardId: BoardId;
  readonly link: Link;
}

/** @param wrongTokens slows whoever tries secrets; one that is right always passes */
export function createAccess(store: Store, wrongTokens: RateLimit): Access {
  return {
    async byLink(request, { params, address }) {
      const asked = hashSecret(bearerOf(request) ?? '');
      const boardId = boardIdOf(params.id);
      const link = await linkOf(boardId, asked);
      return link ? ok({ boardId, link }) : err(await refuse(boardId, asked, request, address));
    },

    async byLinkOrTicket(request, { params, address }) {
      const asked = hashSecret(bearerOf(request) ?? '');
      const boardId = boardIdOf(params.id);
      const holder = (await linkOf(boardId, asked)) ?? (await personOf(boardId, asked));
      return holder ? ok(boardId) : err(await refuse(boardId, asked, request, address));
    },

    async byTicket(board, ticket, address) {
      const boardId = boardIdOf(board);
      const person = await personOf(boardId, hashSecret(ticket));
      if (person) return ok({ boardId, person });
      return err(wrongTokens(address) > 0 ? 'too-often' : 'unauthorized');
    },
  };

  async function linkOf(boardId: BoardId, asked: Uint8Array): Promise<Link | undefined> {
    const links = await store.links(boardId);
    let found: Link | undefined;
    // As many comparisons for a board without links, which is one that does not exist.
    for (let index = 0; index < Math.max(links.length, ROLES.length); index++) {
      const link = links[index];
      if (sameHash(asked, link?.hash ?? nobody) && link) found = link;
    }
    return found;
  }

  async function personOf(boardId: BoardId, asked: Uint8Array): Promise<PersonRow | undefined> {
    const people = await store.people(boardId);
    return people.find(({ ticketHash }) => ticketHash && sameHash(asked, ticketHash));
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
    return wait > 0 ? tooOften(wait) : problem('unauthorized', undefined, challenge);
  }
}

/** @param wait whole seconds, from a rate limit */
export const tooOften = (wait: number): Response =>
  problem('too-often' satisfies ProblemCode, undefined, { 'retry-after': String(wait) });

const challenge = { 'www-authenticate': 'Bearer' };
/** A hash no secret has: SHA-256 never gives 32 zeros to anybody. */
const nobody = new Uint8Array(32);

/** What is no identifier is the id of no board. */
const boardIdOf = (text = ''): BoardId => (isId(text) ? text : '') as BoardId;
