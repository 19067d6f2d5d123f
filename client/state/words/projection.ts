import { projectionEn } from '../../../shared/text/en/projection.ts';
import { projectionFr } from '../../../shared/text/fr/projection.ts';
import { wordsIn } from './words-in.ts';

export const useProjectionWords = wordsIn(projectionFr, projectionEn);
