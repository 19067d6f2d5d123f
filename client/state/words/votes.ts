import { votesEn } from '../../../shared/text/parts/votes.en.ts';
import { votesFr } from '../../../shared/text/parts/votes.ts';
import { wordsIn } from './words-in.ts';

export const useVotesWords = wordsIn(votesFr, votesEn);
