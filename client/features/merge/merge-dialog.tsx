/** Which of the actions stays, which others join it: one command, so one step of undo. */

import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { mergeActions, unmergeAction } from '../../../shared/board/commands/actions.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { useAction, useBoard, useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { focusCard } from '../../ui/focus-card.ts';
import { pageToasts } from '../../ui/toast-queue.ts';
import { FindAction } from './find-action.tsx';
import { bestToStay } from './likely.ts';
import { Origin } from './origin.tsx';

export interface MergeDialogProps {
  readonly first: readonly ActionId[];
  readonly onClose: () => void;
}

export function MergeDialog({ first, onClose }: MergeDialogProps) {
  const t = useWords(mergeWords);
  const { common } = useWords();
  const board = useBoardClient().stores.board;
  const formId = useId();
  const merge = useMerge();
  const numbers = useBoard((now) => now.numbers);
  const [chosen, setChosen] = useState(first);
  const ids = chosen.filter((id) => numbers.has(id));
  const [wanted, setWanted] = useState(() => bestToStay(board.getState(), first));
  const stays = ids.find((id) => id === wanted) ?? ids[0];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stays === undefined || ids.length < 2) return;
    merge(ids, stays);
    onClose();
  };

  return (
    <Dialog title={t.title(ids.length)} onClose={onClose}>
      <form id={formId} className="merge-form" onSubmit={submit}>
        <fieldset className="merge-choice">
          <legend className="field-label">{t.stays}</legend>
          {ids.map((id) => (
            <Choice
              key={id}
              id={id}
              name={formId}
              stays={id === stays}
              onStay={() => setWanted(id)}
              onLeave={
                ids.length > 1 ? () => setChosen(ids.filter((other) => other !== id)) : undefined
              }
            />
          ))}
          <p className="field-help">{t.staysHelp}</p>
        </fieldset>
        <FindAction chosen={ids} like={stays ?? null} onAdd={(id) => setChosen([...ids, id])} />
        <p className="merge-kept">{t.kept}</p>
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="primary" type="submit" disabled={ids.length < 2}>
            {t.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly id: ActionId;
  readonly name: string;
  readonly stays: boolean;
  readonly onStay: () => void;
  readonly onLeave: (() => void) | undefined;
}

function Choice({ id, name, stays, onStay, onLeave }: ChoiceProps) {
  const t = useWords(mergeWords);
  const action = useAction(id);
  if (!action) return null;
  return (
    <div className="merge-line" data-stays={stays ? '' : undefined}>
      <label className="merge-line-label">
        <input type="radio" className="merge-radio" name={name} checked={stays} onChange={onStay} />
        <span translate="no">
          <span className="merge-line-title">{action.title}</span>
          <Origin action={action} />
        </span>
      </label>
      {onLeave && (
        <Button
          variant="quiet"
          size="small"
          icon={<X />}
          label={t.leaves}
          aria-description={action.title}
          onClick={onLeave}
        />
      )}
    </div>
  );
}

/** Merges as one step, says it, and offers to take it back. */
/** @returns a function of all the actions, and of the one of them that stays */
function useMerge(): (ids: readonly ActionId[], stays: ActionId) => void {
  const client = useBoardClient();
  const t = useWords(mergeWords);
  return (ids, stays) => {
    const joining = ids.filter((id) => id !== stays);
    if (!client.run(mergeActions, joining, stays).ok) return pageToasts.show({ text: t.gone });
    const number = client.stores.board.getState().numbers.get(stays) ?? '';
    const takeApart = () =>
      void client.run((doc) => {
        for (const id of joining) unmergeAction(doc, id);
        return ok(undefined);
      });
    pageToasts.show({
      text: t.merged(ids.length, number),
      action: { label: t.undo, run: takeApart },
    });
    // What the window was opened from may have left the wall: one goes on at the action that stays.
    requestAnimationFrame(() => focusCard(stays));
  };
}
