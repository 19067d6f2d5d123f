/**
 * Which copy of a board this device goes on with: of one board and one person, so that nobody reads
 * another's. A copy that is let go (another epoch, a refusal, leaving) is never begun again under its
 * name: a second tab, which still has it open, then writes nothing of it into the next one. Copies of
 * a lower number wait to be kept and deleted, see `kept/left-copies.ts`.
 */
import { type BoardId, isId, type PersonId } from '../../shared/ids.ts';
import { deviceTexts } from '../browser/texts.ts';
import { within } from './within.ts';

export interface CopyOwner {
  readonly boardId: BoardId;
  readonly personId: PersonId;
}

export const copyName = (owner: CopyOwner): string => copyNameAt(owner, copyNumber(owner));

/** @param number 0 for the first copy of this board and person */
export function copyNameAt(owner: CopyOwner, number: number): string {
  const first = `gommette-${owner.boardId}-${owner.personId}`;
  return number === 0 ? first : `${first}-${number}`;
}

/** Whether a name is, or begins with, that of a copy of the board, of whomever. */
export const isCopyOf = (name: string, boardId: BoardId): boolean =>
  name.startsWith(`gommette-${boardId}-`);

/** From now on another copy than the one of that name; the one that another tab has begun, if it has. */
export function beginCopyAfter(owner: CopyOwner, name: string): void {
  if (copyName(owner) !== name) return;
  deviceTexts.set(keyOf(owner), String(copyNumber(owner) + 1));
}

/** Copies under a lower number were let go. */
export function copyNumber(owner: CopyOwner): number {
  const stored = Number(deviceTexts.get(keyOf(owner)));
  return stored > 0 ? Math.floor(stored) : 0;
}

/**
 * Where the numbers are not kept but the copies are, the copies tell: each has its own in its name.
 * Asked once, before the first board opens; a database that does not answer keeps nobody waiting.
 */
export async function recallCopies(patienceMs = 500): Promise<void> {
  if (deviceTexts.isTaking() || typeof indexedDB === 'undefined') return;
  const there = await within(patienceMs, (async () => indexedDB.databases())());
  for (const { name = '' } of there ?? []) {
    const [, boardId, personId, number] = NUMBERED.exec(name) ?? [];
    if (!isId(boardId) || !isId(personId)) continue;
    const owner = { boardId, personId } as CopyOwner;
    if (Number(number) > copyNumber(owner)) deviceTexts.set(keyOf(owner), String(number));
  }
}
/** As {@link copyNameAt} writes it; the ids that this server gives hold no hyphen. */
const NUMBERED = /^gommette-([^-]+)-([^-]+)-(\d+)$/;

/** Before the ids of the board and the person, which hold no point. */
export const COPY_KEYS = 'gommette.copy.';
const keyOf = ({ boardId, personId }: CopyOwner): string => `${COPY_KEYS}${boardId}.${personId}`;
