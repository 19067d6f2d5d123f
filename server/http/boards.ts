/** `POST /api/boards`: a new board, and the three links that open it, told this once. */
import { type BoardId, newId } from '../../shared/ids.ts';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { ROLES, type Role } from '../../shared/session/roles.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { WorkFault } from '../work/thread.ts';
import { createWork } from '../work/work.ts';
import { tooOften } from './access.ts';
import { json, problem } from './answers.ts';
import { readText } from './body.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Handler } from './routes.ts';
import { hashSecret, linkTo, newSecret } from './secrets.ts';

export interface CreationParts {
  readonly store: Pick<Store, 'createBoard'>;
  readonly clock: Clock;
  /** What links begin with. */
  readonly origin: () => string;
  readonly creations: RateLimit;
  readonly config: Pick<Config, 'maxImportBytes' | 'purgeAfterDays'>;
}

const dayMs = 86_400_000;

export function createBoard(parts: CreationParts): Handler {
  const { store, clock, origin, creations, config } = parts;
  const imports = createWork();
  return async (request, { address }) => {
    const wait = creations(address);
    if (wait > 0) return tooOften(wait);
    const text = await readText(request, config.maxImportBytes);
    if (!text.ok) return text.error === 'too-large' ? tooLarge(config) : problem('unreadable');
    const input = { text: text.value, at: clock() };
    const board = await imports.run('importFile', input, text.value.length).catch(unread);
    if (board instanceof Response) return board;
    if (!board.ok) return problem(board.error.code, board.error.sentence);

    const boardId = newId<'board'>();
    const tokens = ROLES.map((role) => ({ role, token: newSecret() }));
    const links = tokens.map(({ role, token }) => ({ role, hash: hashSecret(token) }));
    const createdAt = clock();
    const purgeAt = createdAt + config.purgeAfterDays * dayMs;
    const { entries, snapshot, faults } = board.value;
    await store.createBoard({ id: boardId, createdAt, purgeAt }, links, entries, snapshot);
    const created: BoardCreated = {
      boardId,
      links: linksOf(origin(), boardId, tokens),
      purgeAt,
      faults,
    };
    return json(201, created, { location: `/api/boards/${boardId}` });
  };
}

function linksOf(
  origin: string,
  boardId: BoardId,
  tokens: readonly { readonly role: Role; readonly token: string }[],
): Record<Role, string> {
  const links: Record<Role, string> = { facilitator: '', participant: '', observer: '' };
  for (const { role, token } of tokens) links[role] = linkTo(origin, boardId, token);
  return links;
}

/** A file that no thread can read within its limits is its sender's to make smaller. */
function unread(fault: unknown): Response {
  const limit = fault instanceof WorkFault ? fault.kind : 'failed';
  if (limit === 'time' || limit === 'memory') return problem('too-heavy');
  throw fault;
}

function tooLarge({ maxImportBytes }: Pick<Config, 'maxImportBytes'>): Response {
  const megabytes = Math.floor(maxImportBytes / 2 ** 20);
  return problem('too-large', megabytes > 0 ? `Ce fichier dépasse ${megabytes} Mo.` : undefined);
}
