/** "Déplacer vers…": the twin of dragging, for every hand and every screen. */
import { type FormEvent, useId, useState } from 'react';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { useAction, useBoard, useNumber, usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { focusCard } from '../../ui/focus-card.ts';
import { useAct } from './use-act.ts';
import { useWall } from './wall-store.ts';
import './move-dialog.css';

export interface MoveDialogProps {
  readonly id: ActionId;
  readonly onClose: () => void;
}

export function MoveDialog({ id, onClose }: MoveDialogProps) {
  const { board: t, common } = useWords();
  const { store } = useWall();
  const act = useAct();
  const formId = useId();
  const priorities = usePriorities();
  const number = useNumber(id) ?? '';
  const here = useAction(id)?.priorityId;
  const [priorityId, setPriorityId] = useState(here ?? priorities[0]?.id);
  const [before, setBefore] = useState<ActionId | ''>('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (priorityId && act.move(id, { priorityId, before: before || null })) {
      store.setState({ tab: priorityId });
      // The menu that opened the window went away with the card's old place.
      requestAnimationFrame(() => focusCard(id));
    }
    onClose();
  };

  return (
    <Dialog title={t.moveTitle(number)} onClose={onClose}>
      <form id={formId} className="move-form" onSubmit={submit}>
        <SelectField
          label={t.movePriority}
          translate="no"
          value={priorityId}
          onChange={(event) => {
            setPriorityId(event.target.value as PriorityId);
            setBefore('');
          }}
        >
          {priorities.map((priority, index) => (
            <option key={priority.id} value={priority.id}>
              {index + 1}. {priority.title}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t.movePosition}
          translate="no"
          value={before}
          onChange={(event) => setBefore(event.target.value as ActionId | '')}
        >
          {priorityId && <Places id={id} priorityId={priorityId} />}
        </SelectField>
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="primary" type="submit">
            {t.moveConfirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The places of a column; each is named by the card it comes after and known by the one it comes before. */
function Places({ id, priorityId }: { readonly id: ActionId; readonly priorityId: PriorityId }) {
  const { board: t } = useWords();
  const board = useBoard((now) => now);
  const others = (board.columns.get(priorityId) ?? []).filter((other) => other !== id);
  const nameOf = (other: ActionId) =>
    t.moveAfter(board.numbers.get(other) ?? '', board.actions.get(other)?.title ?? '');
  return (
    <>
      <option value="">{t.moveLast}</option>
      {others.map((before, index) => {
        const above = others[index - 1];
        return (
          <option key={before} value={before}>
            {above === undefined ? t.moveFirst : nameOf(above)}
          </option>
        );
      })}
    </>
  );
}
