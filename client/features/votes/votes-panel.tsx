/** The facilitators' hand on votes: open, follow, type the room's hands, close, see the ranking. */
import { BarChart3, Hand, Vote } from 'lucide-react';
import { useState } from 'react';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useLastResult, useOpenRound } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { CloseRound } from './close-round.tsx';
import { OpenRound } from './open-round.tsx';
import { RankingDialog } from './ranking-dialog.tsx';
import { RoomVotes } from './room-votes.tsx';
import './votes.css';

export interface VotesPanelProps {
  /** What the facilitators' key for votes has just asked for: a dialog to open. */
  readonly asked?: 'open' | 'close' | null;
  readonly onAsked?: () => void;
  /** Opening or closing is what comes now: its button stands elsewhere, once. */
  readonly isPutForward?: boolean;
  /** Where the ranking leads. */
  readonly onDeal?: () => void;
}

export function VotesPanel(props: VotesPanelProps) {
  const { asked = null, onAsked, isPutForward = false, onDeal } = props;
  const t = useWords(votesWords);
  const round = useOpenRound();
  const last = useLastResult();
  const [window_, setWindow] = useState<'open' | 'hands' | 'ranking' | 'close' | null>(null);
  const shown = window_ ?? asked;
  const show = (next: typeof window_) => {
    setWindow(next);
    onAsked?.();
  };
  const close = () => show(null);
  const counted = round ?? last;
  return (
    <div className="votes-panel">
      {round ? (
        <Progress
          label={round.title}
          translate="no"
          share={share(round.progress)}
          figure={round.progress && t.progress(round.progress.finished, round.progress.expected)}
        />
      ) : (
        <p className="vote-help">{t.none}</p>
      )}
      {shown === 'close' && round ? (
        <CloseRound id={round.id} onDone={close} />
      ) : (
        <div className="votes-panel-tools">
          {isPutForward || (
            <Button
              icon={round ? undefined : <Vote />}
              onClick={() => show(round ? 'close' : 'open')}
            >
              {round ? t.close : last ? t.second : t.open}
            </Button>
          )}
          {counted && (
            <Button icon={<Hand />} onClick={() => show('hands')}>
              {t.hands}
            </Button>
          )}
          {last && (
            <Button icon={<BarChart3 />} onClick={() => show('ranking')}>
              {t.seeRanking}
            </Button>
          )}
        </div>
      )}
      {shown === 'open' && !round && <OpenRound onClose={close} />}
      {shown === 'hands' && counted && <RoomVotes round={counted} onClose={close} />}
      {shown === 'ranking' && <RankingDialog onClose={close} onDeal={onDeal} />}
    </div>
  );
}

const share = (progress: { readonly finished: number; readonly expected: number } | undefined) =>
  progress && progress.expected > 0 ? progress.finished / progress.expected : 0;
