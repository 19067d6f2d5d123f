/** The band of votes, fetched with the first round. */
import { useSession } from '../state/hooks.ts';
import { useFetched } from './use-fetched.ts';

export function VoteSlot() {
  const hasVotes = useSession((session) => (session?.rounds.length ?? 0) > 0);
  const VoteBand = useFetched(loadVoteBand, hasVotes);
  return VoteBand && <VoteBand />;
}

const loadVoteBand = () => import('../features/votes/vote-band.tsx').then((file) => file.VoteBand);
