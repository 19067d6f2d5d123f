/**
 * A board that begins another epoch under three open pages: a facilitator and two participants, each
 * with a device of its own. Everybody writes, at three moments: before the copy, after it, and while
 * the server is away. Then every word is looked for.
 */
import { randomInt } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoardCreated, BoardDoor, Joined } from '../../../shared/protocol/http.ts';
import type { Role } from '../../../shared/session/roles.ts';
import type { LackingCounts } from '../../../shared/text/fr/kept.ts';
import type { ServerProcess } from '../server-process.ts';
import { administer } from './admin.ts';
import { type Page, startPage } from './page.ts';
import type { Seat, Told } from './page-orders.ts';

export type Beginning = 'restore' | 'flatten';

/** Of the texts that people wrote, in characters. */
export interface Found {
  readonly written: number;
  readonly onBoard: number;
  /** Not on the board, and shown as kept to who wrote it. */
  readonly kept: number;
  readonly lost: number;
  /**
   * Of what others wrote while the facilitator's page followed: neither on the board nor kept by it.
   */
  readonly lostToLead: number;
  /** What the facilitator is told that the board lacks. */
  readonly lacking: LackingCounts;
  /** Things kept for a reason that says their author did something wrong, and pages shut out. */
  readonly accused: number;
}
export interface Outcome {
  /** Once every page has taken the board as it is. */
  readonly after: Found;
  /** The same pages, loaded again. */
  readonly reloaded: Found;
  /** Once each has put back what is theirs. */
  readonly putBack: Found;
}

const ROLES: readonly Role[] = ['facilitator', 'participant', 'participant'];
/** How long a page may take to come back, and to read what its device keeps. */
const patienceMs = 30_000;
const MOMENTS = ['before', 'after', 'away'] as const;

interface Person {
  readonly page: Page;
  readonly seat: Seat;
  readonly wrote: Wrote[];
}
interface Wrote {
  readonly text: string;
  /** The server was there: the other pages saw it. */
  readonly isSeen: boolean;
}

export async function beginAnother(
  server: ServerProcess,
  workshop: string,
  how: Beginning,
): Promise<Outcome> {
  const people = await seatPeople(server, workshop);
  const [boardId = ''] = people.map(({ seat }) => seat.boardId);
  try {
    for (const person of people) await person.page.obey({ do: 'open', seat: person.seat });
    await writeAll(people, 'before');
    const copies = `${server.dataDirectory}-copies`;
    if (how === 'restore') administer(server.dataDirectory, ['backup', copies]);
    await writeAll(people, 'after');
    await server.kill('SIGTERM');
    await Promise.all(people.map(({ page }) => page.obey({ do: 'wait-offline' })));
    for (const person of people) await write(person, 'away');
    if (how === 'restore') await restore(server.dataDirectory, copies);
    else administer(server.dataDirectory, ['flatten', boardId]);
    await server.start();

    await Promise.all(people.map(({ page }) => page.obey({ do: 'wait-rebuilt', times: 1 })));
    const after = await look(people);
    for (const { page, seat } of people) {
      await page.obey({ do: 'close' });
      await page.obey({ do: 'open', seat });
    }
    const reloaded = await look(people);
    for (const { page } of people) {
      await page.obey({ do: 'put-back' });
      await page.obey({ do: 'wait-saved' });
    }
    return { after, reloaded, putBack: await look(people) };
  } finally {
    for (const { page } of people) page.end();
  }
}

async function seatPeople({ url }: ServerProcess, workshop: string): Promise<readonly Person[]> {
  const call = async <Answer>(path: string, token: string, body?: string): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}` };
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(url + path, { method, headers, ...(body && { body }) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const { boardId, links } = await call<BoardCreated>('/api/boards', '', workshop);
  const path = `/api/boards/${boardId}`;
  const tokenOf = (role: Role) => new URL(links[role]).hash.slice(1);
  const { directions } = await call<BoardDoor>(path, tokenOf('participant'));
  const seats: Seat[] = [];
  for (const [index, role] of ROLES.entries()) {
    const directionId = directions[index]?.id ?? null;
    const body = JSON.stringify({ name: `Personne ${index}`, directionId });
    const { personId, ticket } = await call<Joined>(`${path}/join`, tokenOf(role), body);
    const origin = url.replace('http', 'ws');
    seats.push({ origin, boardId: boardId as Seat['boardId'], personId, directionId, ticket });
  }
  return seats.map((seat) => ({ seat, page: startPage(), wrote: [] }));
}

async function writeAll(people: readonly Person[], moment: (typeof MOMENTS)[number]) {
  for (const person of people) await write(person, moment);
  await Promise.all(people.map(({ page }) => page.obey({ do: 'wait-saved' })));
}

/** A card of one's own, and words behind the title of the card of before, which the copy has. */
async function write({ page, wrote }: Person, moment: (typeof MOMENTS)[number]): Promise<void> {
  const [title, text, more] = [someWord(), `${someWord()} ${someWord()}`, ` ${someWord()}`];
  const [first] = wrote;
  const isSeen = moment !== 'away';
  await page.obey({ do: 'write', title, text });
  wrote.push({ text: title, isSeen }, { text, isSeen });
  if (moment === 'before' || first === undefined) return;
  await page.obey({ do: 'extend', title: first.text, text: more });
  wrote.push({ text: more, isSeen });
}

const someWord = (): string => `mot${randomInt(1e9).toString(36)}`;

/** As README says: into an empty folder. What was there is only moved away. */
async function restore(dataDirectory: string, copies: string): Promise<void> {
  const [copy = ''] = await readdir(copies);
  await rename(dataDirectory, `${dataDirectory}-former`);
  await mkdir(dataDirectory);
  administer(dataDirectory, ['restore', join(copies, copy)]);
  for (const left of [copies, `${dataDirectory}-former`]) await rm(left, { recursive: true });
}

/** Looked at again at each change of a page, for as long as something is nowhere. */
async function look(people: readonly Person[]): Promise<Found> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const told = await Promise.all(people.map(({ page }) => page.tell()));
    const found = count(people, told);
    const isSettled = told.every(({ isCompared }) => isCompared);
    if ((isSettled && found.lost + found.lostToLead === 0) || performance.now() > until)
      return found;
    const changes = people.map(({ page }, index) =>
      page.obey({ do: 'wait-change', since: told[index]?.changes ?? 0, patienceMs }),
    );
    await Promise.race(changes);
  }
}

function count(people: readonly Person[], told: readonly Told[]): Found {
  const [lead] = told;
  const lacking = lead?.lacking ?? { actions: 0, texts: 0, others: 0 };
  const found = { written: 0, onBoard: 0, kept: 0, lost: 0, lostToLead: 0, accused: 0, lacking };
  for (const [index, { wrote }] of people.entries()) {
    const own = told[index];
    if (!own) continue;
    found.accused += own.reasons.filter((why) => why !== 'other-epoch').length;
    found.accused += own.state === 'closed' ? 1 : 0;
    for (const { text, isSeen } of wrote) {
      found.written += text.length;
      found[placeOf(text, own, told)] += text.length;
      const isLost = lead && isSeen && placeOf(text, lead, told) === 'lost';
      found.lostToLead += isLost ? text.length : 0;
    }
  }
  return found;
}

/** On the board only when everybody sees it there. */
function placeOf(text: string, own: Told, all: readonly Told[]): 'onBoard' | 'kept' | 'lost' {
  if (all.every(({ board }) => board.some((each) => each.includes(text)))) return 'onBoard';
  return own.kept.some((item) => item.includes(text)) ? 'kept' : 'lost';
}
