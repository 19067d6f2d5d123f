import { sheetEn } from '../../../shared/text/en/sheet.ts';
import { sheetFr } from '../../../shared/text/fr/sheet.ts';
import { wordsIn } from './words-in.ts';

export const useSheetWords = wordsIn(sheetFr, sheetEn);
