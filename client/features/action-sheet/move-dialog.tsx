/** « Déplacer vers… » from the sheet: a priority and a place in it. */
import { type FormEvent, useState } from 'react';
import { moveAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import {
  useBoard,
  useBoardClient,
  useColumn,
  useNumber,
  usePriorities,
  useTexts,
} from '../../state/hooks.ts';
import { useActionField } from '../../state/use-action-field.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { isDone } from './use-fill.ts';

export interface MoveDialogProps {
  readonly id: ActionId;
  readonly onClose: () => void;
}

export function MoveDialog({ id, onClose }: MoveDialogProps) {
  const texts = useTexts();
  const { sheet: t, common } = texts;
  const { run, stores } = useBoardClient();
  const priorities = usePriorities();
  const number = useNumber(id) ?? '';
  const here = useActionField(id, 'priorityId');
  const [priorityId, setPriorityId] = useState(here ?? priorities[0]?.id);
  const [before, setBefore] = useState<ActionId | ''>('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    if (!priorityId) return;
    if (!isDone(run(moveAction, id, { priorityId, before: before || null }), texts)) return;
    const now = stores.board.getState();
    const priority = now.priorities.find((each) => each.id === priorityId)?.title ?? '';
    pageToasts.show({ text: t.moved(now.numbers.get(id) ?? '', priority) });
  };

  return (
    <Dialog title={t.moveTitle(number)} closeLabel={common.close} onClose={onClose}>
      <form className="sheet-move" onSubmit={submit}>
        <SelectField
          label={t.movePriority}
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

/** Each place is named by the action it comes after, and known by the one it comes before. */
function Places({ id, priorityId }: { readonly id: ActionId; readonly priorityId: PriorityId }) {
  const { sheet: t } = useTexts();
  const others = useColumn(priorityId).filter((other) => other !== id);
  const { numbers, actions } = useBoard((board) => board);
  return (
    <>
      <option value="">{t.moveLast}</option>
      {others.map((before, index) => {
        const above = others[index - 1];
        return (
          <option key={before} value={before}>
            {above === undefined
              ? t.moveFirst
              : t.moveAfter(numbers.get(above) ?? '', actions.get(above)?.title ?? '')}
          </option>
        );
      })}
    </>
  );
}
