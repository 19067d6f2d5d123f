/** Questions asked of hidden ideas. */
import { isBlank } from '../board/text.ts';
import type { Draft } from './events.ts';

/** Whether there is anything in it yet: an idea just begun is neither counted nor revealed. */
export const isWritten = ({ title, description }: Pick<Draft, 'title' | 'description'>): boolean =>
  [title, description].some((text) => /[\p{L}\p{N}]/u.test(text) || !isBlank(text));
