/** Pages that say one thing: how to join, what the élus want, what is being written, the pause. */
import { hueOf } from '../../../shared/board/labels.ts';
import type { Priority } from '../../../shared/board/schema.ts';
import { showCode } from '../../../shared/session/entry-code.ts';
import { timeLeft } from '../../../shared/session/timer/timer.ts';
import { DEFAULT_VOTE, type VoteSetup } from '../../../shared/session/votes/votes.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import type { Translated } from '../../../shared/text/texts.ts';
import { clockTime } from '../../state/dates.ts';
import { useBoard, usePreferences, usePriorities, useSession } from '../../state/hooks.ts';
import { useOpenRound, useServerNow, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { entryAddress } from './footer.tsx';
import { Tiles } from './tiles.tsx';
import './projector.css';
import './plain-pages.css';
import './vote-page.css';

export function WelcomePage() {
  const t = useWords(projectionWords);
  const info = useBoard((board) => board.info);
  const code = useSession((session) => session?.entryCode ?? null);
  return (
    <div className="projector-welcome">
      <div translate="no">
        <p className="projector-title">{info.title}</p>
        {info.subtitle && <p className="projector-text">{info.subtitle}</p>}
        {info.purpose && <p className="projector-text projector-clamp">{info.purpose}</p>}
      </div>
      {code ? (
        <div className="projector-way-in">
          <QrCode text={entryAddress(code)} label={t.qr} />
          <p className="projector-quiet">
            {t.joinHelp} {t.joinAt(location.host)}
          </p>
          <p className="projector-code-large">{showCode(code)}</p>
        </div>
      ) : (
        <p className="projector-quiet">{t.closedEntry}</p>
      )}
    </div>
  );
}

export interface OrientationPageProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
}

export function OrientationPage({ priority, index }: OrientationPageProps) {
  const t = useWords(projectionWords);
  return (
    <section className="projector-orientation" data-hue={hueOf(index)}>
      <p className="projector-figure">{index + 1}</p>
      <div translate="no">
        <h2 className="projector-title">{priority.title}</h2>
        <p className="projector-orientation-text">{priority.orientation}</p>
        {priority.setBy && <p className="projector-quiet">{t.setBy(priority.setBy)}</p>}
      </div>
    </section>
  );
}

/** Only how many: what is written never comes here. */
export function HiddenPage() {
  const t = useWords(projectionWords);
  const drafts = useSession((session) => session?.drafts);
  const writers = drafts?.writers ?? 0;
  return (
    <div className="projector-hidden">
      <p className="projector-lead">
        {writers > 0 ? t.hiddenWriters(writers) : t.noWriter}. {t.hiddenHelp}
      </p>
      <Tiles
        countOf={(id) => {
          const count = drafts?.counts[id] ?? 0;
          return count > 0 ? t.hiddenIdeas(count) : t.noIdea;
        }}
      />
    </div>
  );
}

export function BreakPage() {
  const t = useWords(projectionWords);
  const { language } = usePreferences();
  const timer = useSession((session) => session?.timer ?? null);
  const now = useServerNow(10_000);
  const isTimed = timer?.state === 'running';
  const time = clockTime(now + (timer ? timeLeft(timer, now) : 0), language);
  return (
    <div className="projector-centre">
      <p className="projector-figure">{t.breakWord}</p>
      {isTimed && <p className="projector-title">{t.resumesAt(time)}</p>}
    </div>
  );
}

/** Everybody is paused: read from the back of the room. */
export function PausePage() {
  const t = useWords(projectionWords);
  return (
    <div className="projector-centre">
      <p className="projector-figure">{t.breakWord}</p>
      <p className="projector-title">{t.frozen}</p>
    </div>
  );
}

export function ClosingPage() {
  const t = useWords(projectionWords);
  const actions = useBoard((board) => board.numbers.size);
  const priorities = usePriorities().length;
  return (
    <div className="projector-centre">
      <p className="projector-title">{t.thanks}</p>
      <p className="projector-figure">{t.closingCount(actions, priorities)}</p>
    </div>
  );
}

/** While people vote: the rule and how many have finished. Who and what stay unknown. */
export function VotePage() {
  const t = useWords(projectionWords);
  const round = useOpenRound();
  const coming = useStep()?.step.vote ?? DEFAULT_VOTE;
  if (!round)
    return (
      <div className="projector-centre">
        <p className="projector-title">{t.voteWaits}</p>
        <p className="projector-lead">{ruleOf(coming, t)}</p>
      </div>
    );
  const { finished = 0, expected = 0 } = round.progress ?? {};
  return (
    <div className="projector-vote">
      <h2 className="projector-title" translate="no">
        {round.title}
      </h2>
      <p className="projector-lead">{ruleOf(round.setup, t)}</p>
      <progress
        className="projector-progress"
        max={Math.max(1, expected)}
        value={finished}
        aria-label={t.voteProgress(finished, expected)}
      />
      <p className="projector-figure">{t.voteProgress(finished, expected)}</p>
      <p className="projector-quiet">{t.voteHidden}</p>
    </div>
  );
}

const ruleOf = (
  { budget, cap, basis }: VoteSetup,
  t: Translated<typeof projectionWords.fr>,
): string => (basis === 'direction' ? t.voteRuleDirection : t.voteRule)(budget, cap);
