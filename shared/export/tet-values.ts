/** Values as the importer of Territoires en Transitions reads them. */
import type { Level } from '../board/checks.ts';
import { safeLine } from '../table/safe-text.ts';
import type { Status } from '../vocabulary/action.ts';

/** Of its own words; it has none for an action that is only proposed. */
const TET_STATUSES: Readonly<Record<Status, string>> = {
  retained: 'À venir',
  discuss: 'A discuter',
  proposed: 'A discuter',
};
export const tetStatus = (status: Status | undefined): string => TET_STATUSES[status ?? 'proposed'];

const TET_PRIORITIES: Readonly<Record<Level, string>> = { 1: 'Bas', 2: 'Moyen', 3: 'Élevé' };
export const tetPriority = (impact: Level | undefined): string | null =>
  impact === undefined ? null : TET_PRIORITIES[impact];

/**
 * A list, cut where its reader cuts: at each comma that is neither between parentheses, nor between
 * « », nor between two straight quotes. A member with a comma is put between « ».
 */
export const tetList = (members: readonly string[]): string =>
  members
    .map((member) => plain(safeLine(member)))
    .filter((member) => member !== '')
    .map((member) => (member.includes(',') ? `« ${member} »` : member))
    .join(', ');

/** Without signs that would hide the commas between this member and others. */
const plain = (member: string): string => {
  const quoted = member.replace(/«\s*/g, '“').replace(/\s*»|"/g, '”');
  return isBalanced(quoted) ? quoted : quoted.replace(/[()]/g, ' ').replace(/ +/g, ' ').trim();
};

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}
