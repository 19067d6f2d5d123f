/**
 * A part of the page fetched when it is first wanted. One that cannot be fetched says so, offers to
 * try again, and takes nothing else of the page with it.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';

export interface LazyPartProps<Props> {
  /** One of `PARTS`: always the same function, a new one fetches again. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** Stands in until the part is there. */
  readonly waiting?: ReactNode;
  /** The person gives the part up. */
  readonly onClose: () => void;
  readonly children: (Part: ComponentType<Props>) => ReactNode;
}

export function LazyPart<Props>({ load, waiting = null, onClose, children }: LazyPartProps<Props>) {
  const { app, common } = useWords();
  const [loaded, setLoaded] = useState<ComponentType<Props> | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches again
  useEffect(() => {
    let left = false;
    const settle = (value: ComponentType<Props> | 'failed') => {
      // As a function: a component given bare would be called as an updater.
      if (!left) setLoaded(() => value);
    };
    load().then(settle, () => settle('failed'));
    return () => {
      left = true;
    };
  }, [load, attempt]);

  if (loaded === null) return waiting;
  if (loaded !== 'failed') return children(loaded);
  return (
    <Dialog title={app.partFailed} onClose={onClose}>
      <p>{app.partFailedText}</p>
      <DialogActions>
        <Button
          variant="primary"
          onClick={() => {
            setLoaded(null);
            setAttempt(attempt + 1);
          }}
        >
          {common.retry}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Fetches ahead of need; a failure is left for when the part is wanted. */
export const prefetch =
  (load: () => Promise<unknown>): (() => void) =>
  () =>
    void load().catch(() => undefined);

/** Fetches at the first sign of a hand on the page, so that showing the page waits for nothing. */
export function usePrefetch(load: () => Promise<unknown>): void {
  useEffect(() => {
    const fetchNow = prefetch(load);
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) addEventListener(sign, fetchNow, { once: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, fetchNow);
    };
  }, [load]);
}
