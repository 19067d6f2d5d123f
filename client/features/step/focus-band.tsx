/** What the facilitators show, whether one follows, and the call to come and look. */
import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Focus } from '../../../shared/session/attention/focus.ts';
import { meIn, useBoard, useSession } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { say } from '../../ui/toast-queue.ts';

export function FocusBand() {
  const { step: t } = useWords();
  const request = useRequest(say);
  const focus = useSession((session) => session?.focus ?? null);
  const role = useSession((session) => session?.role);
  const follows = useSession((session) => meIn(session)?.follows ?? true);
  const words = useFocusWords(focus);
  const toggle = () => void request({ type: 'follow', on: !follows });
  const label = follows ? t.leaveFocus : t.follow;
  const mayFollow = role !== undefined && role !== 'observer' && focus !== null;
  useKeys(t.keys, mayFollow ? [{ key: 'l', label, run: toggle }] : []);
  return (
    <>
      {focus && words && (
        <div className="step-focus">
          <p role="status" translate="no">
            {words}
          </p>
          {mayFollow && (
            <Button
              size="small"
              aria-pressed={follows}
              aria-keyshortcuts="l"
              icon={follows ? <Eye /> : <EyeOff />}
              onClick={toggle}
            >
              {label}
            </Button>
          )}
        </div>
      )}
      {role === 'participant' && <Summons />}
    </>
  );
}

/** Said once per call, also to whoever comes back to the page while it is fresh. */
function Summons() {
  const { step: t } = useWords();
  const request = useRequest(say);
  const summonedAt = useSession((session) => session?.summonedAt ?? null);
  const now = useSession((session) => session?.now ?? 0);
  const [answered, setAnswered] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const isFresh = summonedAt !== null && now - summonedAt < freshMs;
    if (isFresh && summonedAt !== answered) setOpen(true);
  }, [summonedAt, answered, now]);
  // What it called to is over: nobody is called any more.
  if (!open || summonedAt === null) return null;
  const answer = (comes: boolean) => {
    setAnswered(summonedAt);
    setOpen(false);
    void request({ type: 'follow', on: comes });
  };
  return (
    <Dialog title={t.summoned} onClose={() => answer(false)}>
      <p>{t.summonedText}</p>
      <DialogActions>
        <Button onClick={() => answer(false)}>{t.notNow}</Button>
        <Button variant="primary" onClick={() => answer(true)}>
          {t.join}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
const freshMs = 60_000;

function useFocusWords(focus: Focus | null): string | null {
  const { step: t } = useWords();
  const action = useBoard(({ actions }) =>
    focus?.kind === 'action' ? actions.get(focus.id) : undefined,
  );
  const number = useBoard(({ numbers }) =>
    focus?.kind === 'action' ? numbers.get(focus.id) : undefined,
  );
  const priority = useBoard(({ priorities }) =>
    focus?.kind === 'priority' ? priorities.find(({ id }) => id === focus.id) : undefined,
  );
  switch (focus?.kind) {
    case 'action':
      return action ? t.focusOn.action(number ?? '', action.title) : null;
    case 'priority':
      return priority ? t.focusOn.priority(priority.title ?? '') : null;
    case 'view':
      return t.focusOn.view(t.views[focus.view]);
    default:
      return null;
  }
}
