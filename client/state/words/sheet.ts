import { sheetEn } from '../../../shared/text/parts/sheet.en.ts';
import { sheetFr } from '../../../shared/text/parts/sheet.ts';
import { wordsIn } from './words-in.ts';

export const useSheetWords = wordsIn(sheetFr, sheetEn);
