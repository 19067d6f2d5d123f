/**
 * A part of the page fetched when it is first wanted. One that cannot be fetched says so, offers to
 * try again, and takes nothing else of the page with it.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { awaitPart } from '../state/key-guard.ts';
import { useLatest } from '../state/use-latest.ts';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

/** Always the same function for the same part: a new one fetches again. */
type Load<Props> = () => Promise<ComponentType<Props>>;

export interface LazyPartProps<Props> {
  readonly load: Load<Props>;
  /** Stands in until the part is there. */
  readonly waiting?: ReactNode;
  /** It opens with a field that takes the keys: until it has come, none leads instead. */
  readonly isTyped?: boolean;
  /** The person gives the part up; given to the part as well. */
  readonly onClose: () => void;
}

/** Whatever else it is given is the part's own. */
export function LazyPart<Props extends object>({
  load,
  waiting = null,
  isTyped = false,
  onClose,
  ...own
}: LazyPartProps<Props> & Omit<Props, 'onClose'>) {
  const { app, common } = useWords();
  const [isWanted, setWanted] = useState(true);
  const Part = useFetched(load, isWanted, () => setWanted(false));
  const props = { ...own, onClose } as unknown as Props;
  const isAwaited = isTyped && isWanted && !Part;
  useEffect(() => (isAwaited ? awaitPart() : undefined), [isAwaited]);
  if (Part) return <Part {...props} />;
  if (isWanted) return waiting;
  return (
    <Dialog title={app.partFailed} onClose={onClose}>
      <p>{app.partFailedText}</p>
      <DialogActions>
        {/* After an update the server no longer has the parts of a page opened before it. */}
        <Button onClick={() => location.reload()}>{app.reload}</Button>
        <Button variant="primary" onClick={() => setWanted(true)}>
          {common.retry}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** A browser waits for a script for minutes: whoever asked for its part is told sooner. */
const patienceMs = 10_000;

interface Fetched<Props> {
  readonly load: Load<Props>;
  readonly part: ComponentType<Props>;
}

/** A part that was here before is drawn at once. */
const here = new WeakMap<object, unknown>();

/**
 * A part that nobody waits for: absent until it is wanted and has come. One that could not be
 * fetched is asked for when it is wanted again.
 */
export function useFetched<Props>(
  load: Load<Props>,
  isWanted: boolean,
  onFailure?: () => void,
): ComponentType<Props> | null {
  const known = here.get(load) as ComponentType<Props> | undefined;
  // With what fetched it: another part in the same place is not the former one.
  const [fetched, setFetched] = useState<Fetched<Props> | null>(null);
  const part = (fetched !== null && fetched.load === load ? fetched.part : known) ?? null;
  const failed = useLatest(onFailure);
  useEffect(() => {
    if (!isWanted || part) return;
    let left = false;
    const settle = (loaded: ComponentType<Props>) => {
      here.set(load, loaded);
      if (!left) setFetched({ load, part: loaded });
    };
    const fail = () => left || failed.current?.();
    const timer = setTimeout(fail, patienceMs);
    load()
      .then(settle, fail)
      .finally(() => clearTimeout(timer));
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [load, isWanted, part, failed]);
  return isWanted ? part : null;
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
