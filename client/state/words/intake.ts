import { intakeEn } from '../../../shared/text/parts/intake.en.ts';
import { intakeFr } from '../../../shared/text/parts/intake.ts';
import { wordsIn } from './words-in.ts';

export const useIntakeWords = wordsIn(intakeFr, intakeEn);
