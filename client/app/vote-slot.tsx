/** The band of votes, fetched with the first round. */
import { useSession } from '../state/hooks.ts';
import { PARTS } from './parts.ts';
import { useFetched } from './use-fetched.ts';

export function VoteSlot() {
  const hasVotes = useSession((session) => (session?.rounds.length ?? 0) > 0);
  const VoteBand = useFetched(PARTS.voteBand, hasVotes);
  return VoteBand && <VoteBand />;
}
