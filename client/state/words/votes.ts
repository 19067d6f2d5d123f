import { votesEn } from '../../../shared/text/en/votes.ts';
import { votesFr } from '../../../shared/text/fr/votes.ts';
import { wordsIn } from './words-in.ts';

export const useVotesWords = wordsIn(votesFr, votesEn);
