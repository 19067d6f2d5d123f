import { facilitationEn } from '../../../shared/text/en/facilitation.ts';
import { facilitationFr } from '../../../shared/text/fr/facilitation.ts';
import { wordsIn } from './words-in.ts';

export const useFacilitationWords = wordsIn(facilitationFr, facilitationEn);
