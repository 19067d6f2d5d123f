/** What every format is written from. */
import type { Board } from '../board/board.ts';
import type { BoardInfo } from '../board/schema.ts';
import type { writeWorkshop } from '../file/write.ts';
import type { ActionId, PersonId } from '../ids.ts';

export type Language = 'fr' | 'en';

/** The language of the words around a workshop's texts: its own where we have it, else French. */
export const languageIn = ({ language = 'fr' }: BoardInfo): Language =>
  /^en(-|$)/.test(language) ? 'en' : 'fr';

export interface ExportInput {
  readonly board: Board;
  /** The déroulé as prepared. */
  readonly steps: Parameters<typeof writeWorkshop>[1];
  /** Tables and sub-groups; none where it is not said. */
  readonly groups?: Parameters<typeof writeWorkshop>[2];
  readonly language: Language;
  /** Null, which is usual: no file says who a person is, only their direction or body. */
  readonly names: ReadonlyMap<PersonId, string> | null;
  /** Of the last closed round, by action; one that is absent has the votes its file came with. */
  readonly votes: ReadonlyMap<ActionId, number>;
  /** Milliseconds since 1970. */
  readonly now: number;
}
