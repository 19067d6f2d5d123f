import { transferEn } from '../../../shared/text/en/transfer.ts';
import { transferFr } from '../../../shared/text/fr/transfer.ts';
import { wordsIn } from './words-in.ts';

export const useTransferWords = wordsIn(transferFr, transferEn);
