import { ideasEn } from '../../../shared/text/parts/ideas.en.ts';
import { ideasFr } from '../../../shared/text/parts/ideas.ts';
import { wordsIn } from './words-in.ts';

export const useIdeasWords = wordsIn(ideasFr, ideasEn);
