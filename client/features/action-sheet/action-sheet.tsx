/**
 * The sheet of an action, beside the living board or over a narrow screen. It never closes by
 * itself: whatever others do to the action, the sheet stays open and says so.
 */
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoardClient, useCan, useNumber } from '../../state/hooks.ts';
import { isComposed } from '../../state/typed-keys.ts';
import {
  useActionAuthorship,
  useActionField,
  useGoneAction,
} from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { useFocusInside } from '../../ui/use-focus-inside.ts';
import { SheetContext } from './inputs.tsx';
import { useNeighbours } from './neighbours.ts';
import { SheetBand } from './sheet-band.tsx';
import { SheetForm } from './sheet-form.tsx';
import { SheetHeader } from './sheet-header.tsx';
import { SheetTexts } from './sheet-texts.tsx';
import { SheetTools } from './sheet-tools.tsx';
import { Sources } from './sources.tsx';
import { useSettledAsked } from './use-asked.ts';
import { MarketContext } from './use-market.ts';
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
  const panel = useSheetFocus(actionId);
  const nameId = useId();
  const number = useNumber(actionId);
  const { previous, next } = useNeighbours(actionId);
  const { board } = useBoardClient().stores;
  const market = useState(false);

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
      <MarketContext value={market}>
        <SheetBody key={actionId} id={actionId} onGo={go} onMove={() => onMove(actionId)} />
      </MarketContext>
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
  const { board } = useBoardClient().stores;
  const sheet = useMemo(
    () => ({ id, titleNow: () => board.getState().actions.get(id)?.title ?? '' }),
    [id, board],
  );
  const { asked, body } = useSettledAsked();
  return (
    <div ref={body} className="sheet-body" data-asks={asked.isNow && canEdit ? '' : undefined}>
      <SheetBand id={id} isGone={!exists} isLocked={couldEdit && !canEdit} onGo={onGo} />
      <SheetTexts id={id} mode={mode} gone={gone} />
      <SheetContext value={sheet}>
        <SheetForm
          id={id}
          asked={asked}
          canEdit={canEdit}
          gone={gone}
          tools={exists && <SheetTools id={id} canEdit={canEdit} onMove={onMove} />}
          onGo={onGo}
        />
      </SheetContext>
      <Sources id={id} />
    </div>
  );
}

/**
 * Going to another action keeps the focus where it was, or takes it to the sheet when the field it
 * was in is gone.
 */
function useSheetFocus(id: ActionId): RefObject<HTMLElement | null> {
  const panel = useFocusInside();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs once another action is shown
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    if (panel.current) panel.current.scrollTop = 0;
  }, [panel, id]);
  return panel;
}

/** Keys of the sheet: Échap closes it, arrows go to the action before or after. */
type SheetMove = 'close' | 'previous' | 'next';

const ARROWS: Readonly<Record<string, SheetMove>> = { ArrowUp: 'previous', ArrowDown: 'next' };

/** What a key asks for; undefined when it belongs to the field it was pressed in. */
function moveOf(event: KeyboardEvent): SheetMove | undefined {
  if (event.defaultPrevented || isComposed(event.nativeEvent)) return undefined;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.key === 'Escape') return event.altKey ? undefined : 'close';
  const field = (event.target as Element).closest('input, select, textarea');
  if (field?.matches(ownArrows) || (field && !event.altKey)) return undefined;
  return ARROWS[event.key];
}

/** Where Alt and an arrow open a list or a calendar. */
const ownArrows = 'select, [role="combobox"], [type="date"]';
