/** The foot of a card: my gommettes while a round is open, the result of the last one after. */
import { Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useBoard, useBoardClient, useNumber } from '../../state/hooks.ts';
import { useResultOn } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dots } from '../../ui/dots.tsx';
import { NO_DRAG } from '../../ui/no-drag.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { useBallotNow, useCast, useOnBallot } from './votes-store.ts';
import './votes.css';

export const CardVotes = memo(function CardVotes({ id }: { readonly id: ActionId }) {
  const priorityId = useBoard(({ actions }) => actions.get(id)?.priorityId);
  const shows = useOnBallot((ballot) => {
    if (!ballot) return 'result';
    const scope = ballot.round.setup.priorityIds;
    return scope && priorityId && !scope.includes(priorityId) ? 'nothing' : 'ballot';
  });
  if (shows === 'nothing') return null;
  return shows === 'result' ? <CardResult id={id} /> : <CardBallot id={id} />;
});

function CardBallot({ id }: { readonly id: ActionId }) {
  const t = useWords(votesWords);
  const { board } = useBoardClient().stores;
  const number = useNumber(id) ?? '';
  const cast = useCast();
  const ballotNow = useBallotNow();
  const dots = useOnBallot((ballot) => ballot?.dotsOn(id) ?? 0);
  const room = useOnBallot((ballot) =>
    ballot ? Math.min(ballot.left, ballot.cap - ballot.dotsOn(id)) : 0,
  );
  const put = (change: 1 | -1) => {
    const ballot = ballotNow();
    if (!ballot) return;
    const { round, left } = ballot;
    const count = ballot.dotsOn(id) + change;
    const title = board.getState().actions.get(id)?.title ?? '';
    void cast(round, id, count).then(
      (granted) => granted && pageToasts.announce(t.put(title, count, left - change)),
    );
  };
  return (
    <div className="card-votes" data-vote={id} {...NO_DRAG}>
      <Button
        icon={<Minus />}
        label={t.remove(number)}
        disabled={dots === 0}
        onClick={() => put(-1)}
      />
      <Dots count={dots} room={room} label={t.mine(dots)} />
      <Button icon={<Plus />} label={t.add(number)} disabled={room <= 0} onClick={() => put(1)} />
    </div>
  );
}

function CardResult({ id }: { readonly id: ActionId }) {
  const t = useWords(votesWords);
  const result = useResultOn(id);
  if (!result) return null;
  return (
    <p className="card-result">
      <Dots count={result.total} label={t.resultOn(result.total, result.rank)} />
    </p>
  );
}
