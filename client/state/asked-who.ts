/**
 * Workshops to which this tab has come by a link or a code, and where the person has not said yet who
 * they are: somebody else may have sat down at this device. For as long as the tab, a reload included.
 */
import type { BoardId } from '../../shared/ids.ts';
import { tabTexts } from '../browser/texts.ts';

const keyOf = (boardId: BoardId): string => `gommette.who.${boardId}`;

export const mustSayWho = (boardId: BoardId): boolean => tabTexts.get(keyOf(boardId)) !== null;
export const askWho = (boardId: BoardId): boolean => tabTexts.set(keyOf(boardId), '1');
export const hasSaidWho = (boardId: BoardId): void => tabTexts.remove(keyOf(boardId));
