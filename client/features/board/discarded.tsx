/** Actions set aside: counted in the band, listed on request, brought back in one click. */
import { Archive } from 'lucide-react';
import { useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { useAction, useBoard, useCan } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from './use-act.ts';
import './discarded.css';

export function Discarded() {
  const { board: t } = useWords();
  const ids = useBoard((board) => board.discarded);
  const [open, setOpen] = useState(false);
  if (ids.length === 0 && !open) return null;
  return (
    <>
      <Button variant="quiet" size="small" icon={<Archive />} onClick={() => setOpen(true)}>
        {t.discardedTray(ids.length)}
      </Button>
      {open && (
        <Dialog title={t.discardedTitle} onClose={() => setOpen(false)}>
          <p className="discarded-help">{t.discardedHelp}</p>
          <ul className="discarded-list">
            {ids.map((id) => (
              <DiscardedLine key={id} id={id} />
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

function DiscardedLine({ id }: { readonly id: ActionId }) {
  const { board: t } = useWords();
  const act = useAct();
  const action = useAction(id);
  const canRestore = useCan('discard', action);
  const priority = useBoard((board) =>
    board.priorities.find((candidate) => candidate.id === action?.priorityId),
  );
  if (!action) return null;
  return (
    <li className="discarded-line">
      <span translate="no">
        <strong>{action.title}</strong>
        <span className="discarded-priority">{priority?.title}</span>
      </span>
      {canRestore && (
        <Button size="small" onClick={() => act.restore(id)}>
          {t.restore}
        </Button>
      )}
    </li>
  );
}
