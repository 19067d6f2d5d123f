import { intakeEn } from '../../../shared/text/en/intake.ts';
import { intakeFr } from '../../../shared/text/fr/intake.ts';
import { wordsIn } from './words-in.ts';

export const useIntakeWords = wordsIn(intakeFr, intakeEn);
