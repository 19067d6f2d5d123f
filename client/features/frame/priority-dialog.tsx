/** One priority as the élus fixed it: its title, their text, who decided, and its place. */

import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Priority } from '../../../shared/board/schema.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useCan, usePriorities } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Question } from '../../ui/question.tsx';
import {
  allValues,
  ChangedBand,
  changedValues,
  isBlank,
  PriorityFields,
  releaseAll,
  useEditedPriority,
} from './priority-fields.tsx';
import { useFrame } from './use-frame.ts';
import './priority-dialog.css';

export interface PriorityDialogProps {
  /** Null for a new priority. */
  readonly id: PriorityId | null;
  readonly onClose: () => void;
}

/** Rendered for facilitators; nothing for anybody else. */
export function PriorityDialog(props: PriorityDialogProps) {
  return useCan('frame') ? <OpenPriorityDialog {...props} key={props.id} /> : null;
}

// One form: what is written in it, and each way out of it.
function OpenPriorityDialog({ id, onClose }: PriorityDialogProps) {
  const { common } = useWords();
  const facilitation = useWords(facilitationWords);
  const t = facilitation.priority;
  const frame = useFrame();
  const { priority, lastSeen, index } = useSeenPriority(id);
  const edited = useEditedPriority(lastSeen);
  const [errors, setErrors] = useState<Errors>({});
  const [isLeaving, setIsLeaving] = useState(false);
  const changed = changedValues(edited);
  const hasWork = Object.keys(changed).length > 0;

  const save = (): string | null => {
    if (!priority) return frame.add('priorities', allValues(edited));
    return hasWork ? frame.edit('priorities', priority.id, changed) : null;
  };
  const end = () => {
    releaseAll(edited);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(edited.title)) return setErrors({ title: t.titleMissing });
    const refusal = save();
    if (refusal === null) end();
    else setErrors({ form: refusal });
  };
  // Asked twice it is an answer: some browsers close at the second Échap whatever we say.
  const leave = () => (hasWork && !isLeaving ? setIsLeaving(true) : end());

  return (
    <Dialog title={priority ? t.edit(index + 1) : t.new} onClose={leave}>
      {lastSeen && !priority && (
        <Notice tone="warning" title={t.goneTitle}>
          {t.goneText}
        </Notice>
      )}
      {errors.form && <Notice tone="error" title={errors.form} />}
      <form className="priority-form" onSubmit={submit} noValidate>
        <PriorityFields edited={edited} titleError={errors.title} onType={() => setErrors({})} />
        <ChangedBand edited={edited} />
        {priority && <PriorityPlace priority={priority} index={index} onRemoved={end} />}
        {isLeaving ? (
          <Question title={t.leaveTitle} text={t.leaveText}>
            <Button onClick={() => setIsLeaving(false)}>{t.leaveNo}</Button>
            <Button variant="danger" onClick={end}>
              {t.leaveYes}
            </Button>
          </Question>
        ) : (
          <DialogActions>
            <Button onClick={end}>{common.cancel}</Button>
            <Button variant="primary" type="submit">
              {common.save}
            </Button>
          </DialogActions>
        )}
      </form>
    </Dialog>
  );
}

interface Errors {
  readonly title?: string;
  readonly form?: string;
}

/** The priority now, and as it was last seen: removed by somebody else, its text stays in the form. */
function useSeenPriority(id: PriorityId | null) {
  const priorities = usePriorities();
  const index = priorities.findIndex((candidate) => candidate.id === id);
  const priority = priorities[index];
  const [lastSeen, setLastSeen] = useState<Priority | undefined>(priority);
  if (priority && priority !== lastSeen) setLastSeen(priority);
  return { priority, lastSeen: priority ?? lastSeen, index };
}

interface PriorityPlaceProps {
  readonly priority: Priority;
  /** From 0. */
  readonly index: number;
  readonly onRemoved: () => void;
}

/** Where a priority stands among the others, and its removal. Both happen at once, without saving. */
function PriorityPlace({ priority, index, onRemoved }: PriorityPlaceProps) {
  const t = useWords(facilitationWords).priority;
  const frame = useFrame();
  const total = usePriorities().length;
  const [asking, setAsking] = useState<'sure' | { readonly refusal: string } | null>(null);

  const askRemoval = () => {
    const refusal = frame.whyKept('priorities', priority.id);
    setAsking(refusal === null ? 'sure' : { refusal });
  };
  const remove = () => {
    const refusal = frame.remove('priorities', priority.id);
    if (refusal === null) onRemoved();
    else setAsking({ refusal });
  };
  const close = () => setAsking(null);

  if (asking === 'sure')
    return (
      <Question title={t.removeTitle} text={t.removeText}>
        <Button onClick={close}>{t.removeNo}</Button>
        <Button variant="danger" onClick={remove}>
          {t.removeYes}
        </Button>
      </Question>
    );
  if (asking !== null)
    return (
      <Question title={t.inUseTitle} text={asking.refusal}>
        <Button onClick={close}>{t.understood}</Button>
      </Question>
    );
  return (
    <div className="priority-place">
      <p role="status">{t.place(index + 1, total)}</p>
      <Button
        size="small"
        icon={<ArrowLeft />}
        label={t.moveLeft}
        aria-disabled={index === 0 || undefined}
        onClick={() => index > 0 && frame.shift('priorities', priority.id, -1)}
      />
      <Button
        size="small"
        icon={<ArrowRight />}
        label={t.moveRight}
        aria-disabled={index === total - 1 || undefined}
        onClick={() => index < total - 1 && frame.shift('priorities', priority.id, 1)}
      />
      <Button variant="quiet" size="small" icon={<Trash2 />} onClick={askRemoval}>
        {t.remove}
      </Button>
    </div>
  );
}
