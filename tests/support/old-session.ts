/**
 * A database made by the program as it was before boards were migrated at their opening (three steps
 * of its tables), with a session in progress, and what its exports gave then.
 *
 * How it was made: `openHouse` on a data directory and a clock set by hand from 1900000000000; the
 * demonstration, its first twelve cards titled and described with what breaks files (formulas,
 * markup, control and right-to-left characters, a lone surrogate, zero widths). Ana leads, Ben and
 * Cléo take part for two directions, Mur watches. Six steps, five gone through: in hidden writing
 * two ideas, revealed; in the open step a card added, one merged into another, one set aside, two
 * comments; in the vote one round closed, with Ben writing for four, and a second one open with
 * dots in it. Then hidden writing again, with an idea each of Ben's and Cléo's that nobody else has
 * seen, a hand up, a card in focus, and a timer of ten minutes that has run for two. The exports
 * are of that moment; the file was then folded into one (`VACUUM`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { databasePath } from '../../server/store/sqlite.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { FormatId } from '../../shared/protocol/formats.ts';
import type { StepId } from '../../shared/session/agenda/step.ts';
import type { RoundId } from '../../shared/session/votes/votes.ts';

export const OLD_SESSION = {
  boardId: 'cgkarqrjbsytvj' as BoardId,
  facilitatorToken: 'yOimMvvS7CVzovKjiVZAp-18',
  /** Opens Ben's pages. */
  benTicket: 'u4kHtMY7TOq6DZWZieJu1k6_',
  /** Milliseconds since 1970, when it was left. */
  leftAt: 1_900_000_300_000,
  timerEndsAt: 1_900_000_780_000,
  step: 'ideas2' as StepId,
  voteStep: 'vote' as StepId,
  openRound: 'round-2' as RoundId,
  secrets: { ben: 'Secret de Ben', cleo: 'Secret de Cléo' },
} as const;

/**
 * SHA-256 of each export, without and with the people's names. Those as ODT are of later: the space
 * before the end of empty elements of its styles went, and nothing else.
 */
export const OLD_EXPORTS: readonly (readonly [FormatId, isNamed: boolean, digest: string])[] = [
  ['xlsx', false, '15ed9804b7709b77777af35dd6d46eac099b90e2378dfccd0b8283f177fdee68'],
  ['xlsx', true, '62923b9230a9bd361044a16f30aaeb17f704f14fdaa2d2638b77948c8d6001cf'],
  ['ods', false, '237ba0a7d74bd78e45ac61e05b1460581674b843dec8166d719a18c324b6042c'],
  ['ods', true, '9aa00b562942d316093c4e246dd60cee6738e6ca4194cc0167c2fdc273e2a13e'],
  ['csv', false, 'eaaec793698e444e1267c5f9f7c043ad4aada3d0caa3c8a5208716a07cb7582c'],
  ['csv', true, '8a2f59e6d8558e8a56e4d1cea4d976d60b785524bc73977497436fb5bd66cd4d'],
  ['docx', false, '1336aab93be856daa36446032f5df68a91663e6e64a01e8e41da32dc1e9700da'],
  ['docx', true, '0b5226bfffa43bab43620f41014135c6b512eb9463735156a134c5cf86900805'],
  ['odt', false, 'd6970b35f57731602e8da4dec17380ced0045f9300056420e310827db1afa80f'],
  ['odt', true, '732b359b0b37fa499600979b5dd9d42e9e541eb381f69c0a2aa1e152f801a3a6'],
  ['html', false, '13e795c7c218445ddf41e701c60d2d53a0b2dc0c21ffc29e0a1976e07657d74f'],
  ['html', true, '67ba98f3f5b00c601713ce345256407c25d3b884d7fc589208e4a8d0be66df7b'],
  ['markdown', false, 'c12d75e2cf66129f1b3d3adad2b256395ea9e9b7bbd189a12cd9805a1991c7e9'],
  ['markdown', true, 'c12099ccab3c5b50b24218eab30c2149c5ff8604477770a8fb9a3c08ab85193e'],
  ['json', false, 'e20d4c606c5fc11e95834d035626dcdcfd0f3056762555ef736a7491dd445fa2'],
  ['json', true, 'e20d4c606c5fc11e95834d035626dcdcfd0f3056762555ef736a7491dd445fa2'],
  ['csv-open', false, '700ac0b7d37cbd83dcd3d7fd81af2b80ca06ea972b95f2282073bdac11c00120'],
  ['csv-open', true, '3df38799afd09f9185b28e68df92f798ed3339361adb539f1e8e50756f86592f'],
  ['tet', false, '63e4f881b29c40d0ef41ceef416f61acffe251579d17cd0788792a2eeacf5c5e'],
  ['tet', true, '63e4f881b29c40d0ef41ceef416f61acffe251579d17cd0788792a2eeacf5c5e'],
];

/** Puts the database in a data directory that has none. */
export async function placeOldSession(dataDirectory: string): Promise<void> {
  const packed = await readFile(new URL('old-session.db.gz', import.meta.url));
  await writeFile(databasePath(dataDirectory), gunzipSync(packed));
}
