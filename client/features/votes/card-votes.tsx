/** The foot of a card: my gommettes while a round is open, the result of the last one after. */
import { Minus, Plus } from 'lucide-react';
import type { ActionId } from '../../../shared/ids.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useNumber } from '../../state/hooks.ts';
import { useRanking } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dots } from '../../ui/dots.tsx';
import { NO_DRAG } from '../../ui/no-drag.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { type MyBallot, useCast, useMyBallot } from './votes-store.ts';
import './votes.css';

export function CardVotes({ id }: { readonly id: ActionId }) {
  const ballot = useMyBallot();
  const priorityId = useAction(id)?.priorityId;
  const scope = ballot?.round.setup.priorityIds;
  if (!ballot) return <CardResult id={id} />;
  if (scope && priorityId && !scope.includes(priorityId)) return null;
  return <CardBallot id={id} ballot={ballot} />;
}

function CardBallot({ id, ballot }: { readonly id: ActionId; readonly ballot: MyBallot }) {
  const t = useWords(votesWords);
  const title = useAction(id)?.title ?? '';
  const number = useNumber(id) ?? '';
  const cast = useCast();
  const { round, left, cap, dotsOn } = ballot;
  const dots = dotsOn(id);
  const put = (count: number) =>
    void cast(round, id, count).then(
      (granted) => granted && pageToasts.announce(t.put(title, count, left + dots - count)),
    );
  return (
    <div className="card-votes" data-vote={id} {...NO_DRAG}>
      <Button
        icon={<Minus />}
        label={t.remove(number)}
        disabled={dots === 0}
        onClick={() => put(dots - 1)}
      />
      <Dots count={dots} room={Math.min(left, cap - dots)} label={t.mine(dots)} />
      <Button
        icon={<Plus />}
        label={t.add(number)}
        disabled={left <= 0 || dots >= cap}
        onClick={() => put(dots + 1)}
      />
    </div>
  );
}

function CardResult({ id }: { readonly id: ActionId }) {
  const t = useWords(votesWords);
  const row = useRanking()?.rows.find(({ actionId }) => actionId === id);
  if (!row) return null;
  return (
    <p className="card-result">
      <Dots count={row.total} label={t.resultOn(row.total, row.rank)} />
    </p>
  );
}
