/** `POST /api/boards`: a new board, and the three links that open it, told this once. */
import { newId } from '../../shared/ids.ts';
import {
  type BoardCreated,
  REHEARSAL_STEPS,
  type RehearsalStep,
} from '../../shared/protocol/http.ts';
import { ROLES } from '../../shared/session/roles.ts';
import { dayMs } from '../clock.ts';
import type { Config } from '../config.ts';
import { WorkFault } from '../work/thread.ts';
import { createWork, threadFromBytes } from '../work/work.ts';
import { json, problem } from './answers.ts';
import { readText } from './body.ts';
import type { HttpParts } from './parts.ts';
import type { Handler } from './routes.ts';
import { hashSecret, linkTo, newSecret } from './secrets.ts';

type CreationParts = Pick<HttpParts, 'store' | 'clock' | 'origin' | 'creation' | 'config'>;

/** What a card costs, be it one of a single letter, in bytes of what else is done to a board. */
const bytesPerCard = 180;
/** Files on their way at once: each takes memory for as long as its sender likes to take. */
const maxArriving = 20;
/** A title is let in whatever is on its way. */
const shortBytes = 4_096;

export function createBoard(deps: CreationParts): Handler {
  const { store, clock, origin, creation, config } = deps;
  const imports = createWork();
  let arriving = 0;
  return async (request, visit) => {
    const refusal = await creation.refusal(request, visit);
    if (refusal) return refusal;
    const place = isShort(request) ? 0 : 1;
    if (arriving + place > maxArriving) return problem('busy');
    arriving += place;
    const text = await readText(request, config.maxImportBytes).finally(() => {
      arriving -= place;
    });
    if (!text.ok) return text.error === 'too-large' ? tooLarge(config) : problem('unreadable');
    const tooMuch = creation.bytesRefusal(Buffer.byteLength(text.value), visit);
    if (tooMuch) return tooMuch;
    const input = { text: text.value, at: clock(), startAt: startOf(request) };
    const board = await imports.run('importFile', input, costOf(text.value)).catch(unread);
    if (board instanceof Response) return board;
    if (!board.ok) return problem(board.error.code, board.error.sentence);

    const boardId = newId<'board'>();
    const tokens = ROLES.map((role) => ({ role, token: newSecret() }));
    const links = tokens.map(({ role, token }) => ({ role, hash: hashSecret(token) }));
    const createdAt = clock();
    const purgeAt = createdAt + config.purgeAfterDays * dayMs;
    const { entries, snapshot, faults } = board.value;
    const epoch = newId<'epoch'>();
    await store.createBoard({ id: boardId, createdAt, purgeAt, epoch }, links, entries, snapshot);
    const link = ({ role, token }: (typeof tokens)[number]) =>
      [role, linkTo(origin(request), boardId, token)] as const;
    const told = Object.fromEntries(tokens.map(link)) as BoardCreated['links'];
    const created: BoardCreated = { boardId, links: told, purgeAt, faults };
    return json(201, created, { location: `/api/boards/${boardId}` });
  };
}

/** Where a demonstration begins; undefined for any other board. */
function startOf({ url }: Request): RehearsalStep | undefined {
  const asked = new URL(url).searchParams.get('at');
  return REHEARSAL_STEPS.find((step) => step === asked);
}

/** Of a file that nobody has read yet: what begins with a brace may be a card. */
function costOf(text: string): number {
  let cost = text.length;
  for (
    let at = text.indexOf('{');
    at >= 0 && cost < threadFromBytes;
    at = text.indexOf('{', at + 1)
  )
    cost += bytesPerCard;
  return cost;
}

/** It says so itself, and Node reads no more than that. */
const isShort = ({ headers }: Request): boolean =>
  headers.has('content-length') && Number(headers.get('content-length')) <= shortBytes;

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
