/** Closing a vote is asked first: it is not opened again, and somebody may still be choosing. */
import { useState } from 'react';
import type { RoundId } from '../../../shared/session/votes/votes.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useBoard, usePeople } from '../../state/hooks.ts';
import { originOf } from '../../state/people.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import { say } from '../../ui/toast-queue.ts';

export interface CloseRoundProps {
  readonly id: RoundId;
  readonly onDone: () => void;
}

export function CloseRound({ id, onDone }: CloseRoundProps) {
  const t = useWords(votesWords);
  const request = useRequest(say);
  const missing = useMissing();
  const [busy, setBusy] = useState(false);
  return (
    <Question title={t.closeTitle} text={[missing, t.closeText].filter(Boolean).join(' ')}>
      <Button onClick={onDone}>{t.keepOpen}</Button>
      <Button
        variant="primary"
        busy={busy}
        onClick={() => {
          setBusy(true);
          void request({ type: 'round-close', id }).then(onDone);
        }}
      >
        {t.closeNow}
      </Button>
    </Question>
  );
}

/** So many are named one by one. */
const mostNamed = 4;

/** Who is here and has not said to be done, in words; null when nobody is waited for. */
function useMissing(): string | null {
  const t = useWords(votesWords);
  const people = usePeople();
  return useBoard((board) => {
    const missing = people.filter(
      ({ role, clients, done }) => role === 'participant' && clients.length > 0 && !done,
    );
    if (missing.length === 0) return null;
    if (missing.length > mostNamed) return t.missingCount(missing.length);
    return t.missing(
      missing.map((person) =>
        [person.name ?? '', originOf(board, person)].filter(Boolean).join(', '),
      ),
    );
  });
}
