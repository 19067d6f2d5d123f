/** What a workshop file says of itself. */
import type { Comment } from '../board/schema.ts';

export const formatName = 'spaser-workshop';
/** The version written, and the newest one read. */
export const formatVersion = 1;
/** Language of a file; a board keeps any other one. */
export const defaultLanguage = 'fr';

/** Order of comments, in files and on boards: time, then id. */
type Timed = Pick<Comment, 'id' | 'at'>;
export const byTime = (a: Timed, b: Timed): number =>
  (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1);
