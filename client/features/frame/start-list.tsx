/** The four things a new workshop needs, ticked as they are done: before the first action, for those who lead. */
import { Check } from 'lucide-react';
import { useBoard, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import './start-list.css';

export type StartWindow = 'priority' | 'frame' | 'agenda' | 'links';

export interface StartListProps {
  readonly onOpen: (window: StartWindow) => void;
}

export function StartList({ onOpen }: StartListProps) {
  const { step: t } = useWords();
  const hasPriorities = useBoard(({ priorities }) => priorities.length > 0);
  const hasDirections = useBoard(({ directions }) => directions.size > 0);
  const hasSteps = useSession((session) => (session?.steps.length ?? 0) > 0);
  const isOpen = useSession((session) => session?.entryCode != null);
  const todo = [
    ['priority', t.start.priorities, hasPriorities],
    ['frame', t.start.directions, hasDirections],
    ['agenda', t.start.agenda, hasSteps],
    ['links', t.start.invite, isOpen],
  ] as const;
  if (todo.every(([, , isDone]) => isDone)) return null;
  return (
    <ol className="start-list" aria-label={t.start.title}>
      {todo.map(([window, words, isDone], place) => (
        <li key={window}>
          <Button
            size="small"
            variant={isDone ? 'quiet' : 'outline'}
            icon={isDone ? <Check /> : undefined}
            onClick={() => onOpen(window)}
          >
            {place + 1}. {words}
            {isDone && <span className="visually-hidden"> {t.start.done}</span>}
          </Button>
        </li>
      ))}
    </ol>
  );
}
