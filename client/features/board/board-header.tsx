/** The top of the page: whose workshop this is, whether my work is saved, who is here. */
import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBoard, useBoardClient, useHistory, useSession, useTexts } from '../../state/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { Discarded } from './discarded.tsx';
import { People } from './people.tsx';
import { SaveIndicator } from './save-indicator.tsx';

export function BoardHeader({ menu }: { readonly menu: ReactNode }) {
  const { board: t, common } = useTexts();
  const info = useBoard((board) => board.info);
  const count = useBoard((board) => board.numbers.size);
  const title = info.title ?? t.untitled;
  return (
    <header className="board-header">
      <a className="board-logo" href="/">
        <span className="visually-hidden">{common.appName}</span>
        <span className="board-dots" aria-hidden="true">
          <i data-hue="1" />
          <i data-hue="5" />
          <i data-hue="6" />
        </span>
      </a>
      <div className="board-title">
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          {info.territory && <span className="board-territory">{info.territory} · </span>}
          {t.actions(count)}
        </p>
      </div>
      <SaveIndicator />
      <People />
      <div className="board-menu">{menu}</div>
    </header>
  );
}

/** What is asked of people now, in one sentence, and what they may do. */
export function StepBand() {
  const { board: t } = useTexts();
  const role = useSession((session) => session?.role);
  const isEmpty = useBoard((board) => board.priorities.length === 0);
  if (!role) return <div className="step-band" />;
  return (
    <section className="step-band" aria-label={t.freeStep}>
      <p className="step-name">{t.freeStep}</p>
      <div className="step-words">
        <p className="step-consigne">
          {isEmpty && role === 'facilitator' ? t.consigneFirst : t.consigne[role]}
        </p>
        <p className="step-allowed">{t.allowed[role]}</p>
      </div>
      <div className="step-tools">
        <Discarded />
        {role !== 'observer' && <UndoButtons />}
      </div>
    </section>
  );
}

function UndoButtons() {
  const { board: t, common } = useTexts();
  const client = useBoardClient();
  const { canUndo, canRedo } = useHistory();
  return (
    <>
      <Button
        variant="quiet"
        icon={<Undo2 aria-hidden="true" />}
        label={common.undo}
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={() => pageToasts.announce(client.undo() ? t.undone : t.nothingToUndo)}
      />
      <Button
        variant="quiet"
        icon={<Redo2 aria-hidden="true" />}
        label={common.redo}
        aria-keyshortcuts="Control+Y"
        disabled={!canRedo}
        onClick={() => client.redo() && pageToasts.announce(t.redone)}
      />
    </>
  );
}
