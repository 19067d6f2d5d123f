/** Under the consigne: what is left of my gommettes, or where the results are. */
import { BarChart3 } from 'lucide-react';
import { useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { meIn, useBoard, useSession } from '../../state/hooks.ts';
import { useLastResult, useOpenRound } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dots } from '../../ui/dots.tsx';
import { RankingDialog } from './ranking-dialog.tsx';
import { type MyBallot, useCast, useMyBallot } from './votes-store.ts';
import './votes.css';

export function VoteBand() {
  const ballot = useMyBallot();
  const round = useOpenRound();
  const last = useLastResult();
  if (ballot) return <BallotBand ballot={ballot} />;
  if (round) return <ClosedForNow title={round.title} />;
  return last ? <ResultBand title={last.title} /> : null;
}

function BallotBand({ ballot }: { readonly ballot: MyBallot }) {
  const t = useWords(votesWords);
  const seats = useSession((session) => meIn(session)?.seats ?? 1);
  const { budget, cap, left, round } = ballot;
  const isShared = round.setup.basis === 'direction';
  return (
    <section className="vote-band" aria-label={round.title}>
      <p className="vote-left">
        {left > 0 && <Dots count={left} label={t.dots(left)} />} <span>{t.left(left, budget)}</span>
      </p>
      <DotsAway ballot={ballot} />
      <p className="vote-help">
        {isShared && `${t.forDirection} · `}
        {seats > 1 && !isShared && `${t.forSeats(seats)} · `}
        {t.cap(cap)} · {isShared ? t.hiddenOutside : t.hidden}
      </p>
    </section>
  );
}

/** Dots on actions that have no place for them on the wall any more: they can be taken back here. */
function DotsAway({ ballot }: { readonly ballot: MyBallot }) {
  const t = useWords(votesWords);
  const cast = useCast();
  const { round, placed, dotsOn } = ballot;
  const scope = round.setup.priorityIds;
  const away = useBoard(({ numbers, actions }) => {
    const isVoted = (id: ActionId) => {
      const priorityId = actions.get(id)?.priorityId;
      return (
        numbers.has(id) && (!scope || (priorityId !== undefined && scope.includes(priorityId)))
      );
    };
    return placed.filter((id) => !isVoted(id)).join(' '); // a text, so that only another list draws
  });
  if (away === '') return null;
  const ids = away.split(' ') as ActionId[];
  return (
    <p className="vote-left">
      <span>{t.away(ids.reduce((sum, id) => sum + dotsOn(id), 0))}</span>
      <Button
        size="small"
        onClick={() => {
          for (const id of ids) void cast(round, id, 0);
        }}
      >
        {t.takeBack}
      </Button>
    </p>
  );
}

/** A round stands open while the step lets nobody vote; facilitators see how far it is. */
function ClosedForNow({ title }: { readonly title: string }) {
  const t = useWords(votesWords);
  const round = useOpenRound();
  const takesVotes = useSession((session) => session?.rules.vote === 'open');
  const progress = round?.progress;
  return (
    <section className="vote-band" aria-label={title}>
      <p translate="no">{title}</p>
      {progress && <p>{t.progress(progress.finished, progress.expected)}</p>}
      {!takesVotes && <p className="vote-help">{t.notNow}</p>}
    </section>
  );
}

function ResultBand({ title }: { readonly title: string }) {
  const t = useWords(votesWords);
  const [open, setOpen] = useState(false);
  return (
    <section className="vote-band" aria-label={t.results(title)}>
      <p translate="no">{t.results(title)}</p>
      <Button size="small" icon={<BarChart3 />} onClick={() => setOpen(true)}>
        {t.seeRanking}
      </Button>
      {open && <RankingDialog onClose={() => setOpen(false)} />}
    </section>
  );
}
