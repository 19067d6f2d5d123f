/** Always in sight, under the thumb: the next step, and the last act taken back. */
import { ChevronLeft, Undo2 } from 'lucide-react';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePeople, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { ActButton } from './act-button.tsx';
import './foot.css';

export function Foot() {
  const { undo: t } = useWords(cockpitWords);
  const undoable = useSession((session) => session?.undoable ?? null);
  const me = useSession((session) => session?.me);
  const by = usePeople().find(({ id }) => id === undoable?.by);
  const hasSteps = useSession((session) => (session?.steps.length ?? 0) > 0);
  return (
    <div className="cockpit-foot">
      <div className="cockpit-undo">
        <p>
          {undoable
            ? t.by(t.acts[undoable.type] ?? t.other, by?.id === me ? t.you : (by?.name ?? '…'))
            : t.none}
        </p>
        {undoable && <ActButton act="undo" variant="quiet" icon={<Undo2 />} words={t.button} />}
      </div>
      {hasSteps && (
        <div className="cockpit-go">
          <ActButton act="previous" icon={<ChevronLeft />} words="" />
          <ActButton act="next" variant="primary" />
        </div>
      )}
    </div>
  );
}
