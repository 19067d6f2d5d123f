import { projectionEn } from '../../../shared/text/parts/projection.en.ts';
import { projectionFr } from '../../../shared/text/parts/projection.ts';
import { wordsIn } from './words-in.ts';

export const useProjectionWords = wordsIn(projectionFr, projectionEn);
