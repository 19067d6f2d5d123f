/** Always in sight, under the thumb: the way on and back, and the last act taken back. */
import { ChevronLeft, Undo2 } from 'lucide-react';
import { followingStep, leftOpen } from '../../../shared/session/lead/next.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePeople, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { ActButton } from './act-button.tsx';
import { useCockpit } from './acts.ts';
import './foot.css';

export function Foot() {
  const { step: t, now } = useWords(cockpitWords);
  const { next } = useCockpit();
  const session = useSession((state) => state);
  if (!session) return null;
  const { steps, current } = session;
  const following = followingStep(session);
  const left = leftOpen(session);
  const isLeft = following && current !== null && (left.ideas > 0 || left.round !== null);
  return (
    <div className="cockpit-foot">
      <Undo />
      {isLeft && (
        <p className="cockpit-left" translate="no">
          {now.left(left.ideas, left.round)}
        </p>
      )}
      {steps.length > 0 && (
        <div className="cockpit-go">
          <ActButton act="previous" icon={<ChevronLeft />} words="" />
          {/* Before the first step it is the act above, once. */}
          {next.act !== 'begin' &&
            (following ? (
              <ActButton act="next" detail={following.title} />
            ) : (
              <p className="cockpit-note">{t.last}</p>
            ))}
        </div>
      )}
    </div>
  );
}

/** Nothing while there is nothing to take back. */
function Undo() {
  const { undo: t } = useWords(cockpitWords);
  const undoable = useSession((session) => session?.undoable ?? null);
  const me = useSession((session) => session?.me);
  const by = usePeople().find(({ id }) => id === undoable?.by);
  if (!undoable) return null;
  return (
    <div className="cockpit-undo">
      <p translate="no">
        {t.by(t.acts[undoable.type] ?? t.other, by?.id === me ? t.you : (by?.name ?? '…'))}
      </p>
      <ActButton act="undo" variant="quiet" icon={<Undo2 />} words={t.button} />
    </div>
  );
}
