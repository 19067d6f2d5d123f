/** Which of the actions stays, which others join it: one command, so one step of undo. */

import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { bringTogether } from '../../state/bring-together.ts';
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

/**
 * Merges, says it, and offers to take it back.
 * @returns a function of all the actions, and of the one of them that stays
 */
function useMerge(): (ids: readonly ActionId[], stays: ActionId) => void {
  const client = useBoardClient();
  const t = useWords(mergeWords);
  return (ids, stays) => {
    const together = bringTogether(client, ids, stays);
    if (!together) return pageToasts.show({ text: t.gone });
    pageToasts.show({
      text: t.merged(ids.length, together.number),
      action: { label: t.undo, run: together.takeApart },
    });
    // What the window was opened from may have left the wall: one goes on at the action that stays.
    requestAnimationFrame(() => focusCard(stays));
  };
}
