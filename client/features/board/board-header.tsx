/** The top of the page: whose workshop this is, whether my work is saved, who is here. */
import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { late } from '../../browser/late.ts';
import { useBoard, useBoardClient, useHistory, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { useFetched } from '../../ui/lazy-part.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { Discarded } from './discarded.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import './board-header.css';

export interface BoardHeaderProps {
  readonly search: ReactNode;
  readonly people: ReactNode;
  readonly menu: ReactNode;
}

export function BoardHeader({ search, people, menu }: BoardHeaderProps) {
  const { board: t, common } = useWords();
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
        <h1 tabIndex={-1} translate="no">
          {title}
        </h1>
        <p>
          {info.territory && (
            <span className="board-territory" translate="no">
              {info.territory} ·{' '}
            </span>
          )}
          {t.actions(count)}
        </p>
      </div>
      {search}
      <SaveIndicator />
      {people}
      <div className="board-menu">{menu}</div>
    </header>
  );
}

/** Fewer are all in sight on a screen that is held by one person. */
const manyPriorities = 5;
const overview = late(() => import('./overview.tsx').then((file) => file.Overview));

/** What was set aside, and one's own steps taken back: at the end of the band of the step. */
export function BoardTools() {
  const role = useSession((session) => session?.role);
  const isWide = useBoard(({ priorities }) => priorities.length >= manyPriorities);
  const Overview = useFetched(overview, useSettled() && isWide);
  if (!role) return null;
  return (
    <>
      {Overview && <Overview />}
      <Discarded />
      {role !== 'observer' && <UndoButtons />}
    </>
  );
}

function UndoButtons() {
  const { board: t, common } = useWords();
  const client = useBoardClient();
  const { canUndo, canRedo } = useHistory();
  return (
    <>
      <Button
        variant="quiet"
        icon={<Undo2 />}
        label={common.undo}
        aria-keyshortcuts="Control+Z"
        disabled={!canUndo}
        onClick={() => pageToasts.announce(client.undo() ? t.undone : t.nothingToUndo)}
      />
      <Button
        variant="quiet"
        icon={<Redo2 />}
        label={common.redo}
        aria-keyshortcuts="Control+Y"
        disabled={!canRedo}
        onClick={() => client.redo() && pageToasts.announce(t.redone)}
      />
    </>
  );
}
