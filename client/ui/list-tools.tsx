/** The small tools at the end of a line of a list, and where the focus goes after one of them. */
import { ArrowDown, ArrowUp, Pencil, Play, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button } from './button.tsx';

const ICONS = {
  edit: <Pencil />,
  up: <ArrowUp />,
  down: <ArrowDown />,
  remove: <Trash2 />,
  start: <Play />,
} as const;
type ToolName = keyof typeof ICONS;

export interface ToolProps {
  readonly tool: ToolName;
  readonly label: string;
  /** There is nothing to do; it keeps the focus, which a disabled button would lose. */
  readonly isIdle?: boolean;
  readonly onPress: () => void;
}

export function Tool({ tool, label, isIdle = false, onPress }: ToolProps) {
  return (
    <Button
      variant="quiet"
      size="small"
      icon={ICONS[tool]}
      label={label}
      // It names the line it is of.
      translate="no"
      data-tool={tool}
      aria-disabled={isIdle || undefined}
      onClick={() => !isIdle && onPress()}
    />
  );
}

/**
 * A line that moves is put elsewhere in the page, and one removed is gone: both would lose the focus.
 * @param items what is listed; the focus goes where it was asked once they have changed
 */
export function useFocusAfter(items: unknown) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs once the list has changed
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  }, [items]);
  const focusNext = (id: string, tool: ToolName) => {
    wanted.current = `[data-line="${CSS.escape(id)}"] [data-tool="${tool}"]`;
  };
  return { list, focusNext };
}
