import { facilitationEn } from '../../../shared/text/parts/facilitation.en.ts';
import { facilitationFr } from '../../../shared/text/parts/facilitation.ts';
import { wordsIn } from './words-in.ts';

export const useFacilitationWords = wordsIn(facilitationFr, facilitationEn);
