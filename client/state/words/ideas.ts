import { ideasEn } from '../../../shared/text/en/ideas.ts';
import { ideasFr } from '../../../shared/text/fr/ideas.ts';
import { wordsIn } from './words-in.ts';

export const useIdeasWords = wordsIn(ideasFr, ideasEn);
