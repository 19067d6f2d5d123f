/**
 * The sheet of an action, beside the living board or over a narrow screen. It never closes by
 * itself: whatever others do to the action, the sheet stays open and says so.
 */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoardClient, useCan, useNumber } from '../../state/hooks.ts';
import {
  useActionAuthorship,
  useActionField,
  useGoneAction,
} from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { useNeighbours } from './neighbours.ts';
import { SheetBand } from './sheet-band.tsx';
import { SheetForm } from './sheet-form.tsx';
import { SheetHeader } from './sheet-header.tsx';
import { moveOf } from './sheet-keys.ts';
import { SheetTexts } from './sheet-texts.tsx';
import { SheetTools } from './sheet-tools.tsx';
import { Sources } from './sources.tsx';
import './action-sheet.css';

export interface ActionSheetProps {
  readonly actionId: ActionId;
  readonly onClose: () => void;
  /** The person wants the sheet of another action. */
  readonly onGo: (id: ActionId) => void;
  /** Opens "Déplacer vers…" for the action. */
  readonly onMove: (id: ActionId) => void;
}

export function ActionSheet({ actionId, onClose, onGo, onMove }: ActionSheetProps) {
  const t = useWords(sheetWords);
  const panel = useRef<HTMLElement>(null);
  const nameId = useId();
  const number = useNumber(actionId);
  const { previous, next } = useNeighbours(actionId);
  useSheetFocus(panel, actionId);
  const { board } = useBoardClient().stores;

  const go = (to: ActionId | undefined) => {
    if (to === undefined) return;
    onGo(to);
    const { numbers, actions } = board.getState();
    pageToasts.announce(t.goneTo(numbers.get(to) ?? '', actions.get(to)?.title ?? ''));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    if (move === 'close') onClose();
    else go(move === 'next' ? next : previous);
  };

  return (
    <aside
      ref={panel}
      className="sheet"
      aria-labelledby={nameId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 className="visually-hidden" id={nameId}>
        {number ? t.name(number) : t.nameWithout}
      </h2>
      <SheetHeader id={actionId} onClose={onClose} onGo={go} />
      <SheetBody key={actionId} id={actionId} onGo={go} onMove={() => onMove(actionId)} />
    </aside>
  );
}

interface SheetBodyProps {
  readonly id: ActionId;
  readonly onGo: (id: ActionId) => void;
  readonly onMove: () => void;
}

function SheetBody({ id, onGo, onMove }: SheetBodyProps) {
  const gone = useGoneAction(id);
  const mayEdit = useCan('edit', useActionAuthorship(id));
  const exists = useActionField(id, 'id') !== undefined;
  const canEdit = mayEdit && exists;
  const [couldEdit, setCouldEdit] = useState(canEdit);
  if (canEdit && !couldEdit) setCouldEdit(true);
  const mode = canEdit ? 'write' : couldEdit ? 'locked' : 'read';
  return (
    <div className="sheet-body">
      <SheetBand id={id} isGone={!exists} isLocked={couldEdit && !canEdit} onGo={onGo} />
      <SheetTexts id={id} mode={mode} gone={gone} />
      {exists && <SheetTools id={id} canEdit={canEdit} onMove={onMove} />}
      <Sources id={id} />
      <SheetForm id={id} canEdit={canEdit} gone={gone} />
    </div>
  );
}

/**
 * Opening takes the focus to the sheet, closing gives it back to what opened it. Going to another
 * action keeps it where it was, or in the sheet when the field it was in is gone.
 */
function useSheetFocus(panel: RefObject<HTMLElement | null>, id: ActionId): void {
  useEffect(() => {
    const opener = document.activeElement;
    const sheet = panel.current;
    sheet?.focus({ preventScroll: true });
    return () => {
      const isLost =
        document.activeElement === document.body || sheet?.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [panel]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs once another action is shown
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    if (panel.current) panel.current.scrollTop = 0;
  }, [panel, id]);
}
