import { transferEn } from '../../../shared/text/parts/transfer.en.ts';
import { transferFr } from '../../../shared/text/parts/transfer.ts';
import { wordsIn } from './words-in.ts';

export const useTransferWords = wordsIn(transferFr, transferEn);
