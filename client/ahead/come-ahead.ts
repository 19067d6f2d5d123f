/**
 * The ways in, asked ahead of the page: the door of a link; and for an observer, who is nobody in
 * particular and enters without a word, a ticket and the board. Whoever this device knows in that
 * workshop is asked who they are, or has a copy here: for them the door alone is asked.
 */
import type { BoardId } from '../../shared/ids.ts';
import { isWhole, mendedAddress } from '../app/mended-address.ts';
import { askAhead } from '../browser/ahead.ts';
import { doorAsked, joinAsked } from '../browser/requests.ts';
import { deviceTexts } from '../browser/texts.ts';
import { openAhead } from './open-ahead.ts';

/** Rejects when it is out of reach, or something else answers. */
export async function comeAhead(
  address: URL | Location,
  Socket: typeof WebSocket = WebSocket,
): Promise<void> {
  const { pathname, token } = mendedAddress(address);
  const boardId = WORKSHOP.exec(pathname)?.[1] as BoardId | undefined;
  if (boardId === undefined || token === null || !isWhole(token)) return;
  const door = await read(askAhead(doorAsked(boardId, token)));
  const isKnown = deviceTexts.get('gommette.workshops')?.includes(boardId) ?? false;
  if (door.role !== 'observer' || isKnown) return;
  const { ticket } = await read(askAhead(joinAsked(boardId, token, {})));
  if (ticket === undefined) return;
  openAhead({ origin: address.origin.replace(/^http/, 'ws'), boardId, ticket }, Socket);
}

/** Ids as this server makes them: of any other the page knows what to say. */
const WORKSHOP = /^\/a\/([\da-z]{14})(?:\/projection)?\/?$/;

/** What of an answer is of use here. The answer itself stays whole for the page. */
async function read(asked: Promise<Response>): Promise<{ role?: string; ticket?: string }> {
  const answer = await asked;
  return answer.ok ? answer.clone().json() : {};
}
