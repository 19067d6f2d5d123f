/** While people vote: the rule and how many have finished. Who and what stay unknown. */
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useOpenRound } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';

export function VotePage() {
  const t = useWords(projectionWords);
  const round = useOpenRound();
  if (!round) return <p className="projector-centre projector-title">{t.voteWaits}</p>;
  const { budget, cap, basis } = round.setup;
  const { finished = 0, expected = 0 } = round.progress ?? {};
  const rule = basis === 'direction' ? t.voteRuleDirection : t.voteRule;
  return (
    <div className="projector-vote">
      <h2 className="projector-title">{round.title}</h2>
      <p className="projector-lead">{rule(budget, cap)}</p>
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
