/** A part of the page that nobody waits for: absent until it is wanted and has come. */
import { type ComponentType, useEffect, useState } from 'react';

/** @param load one of `PARTS`: always the same function, a new one fetches again */
export function useFetched<Props>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: boolean,
): ComponentType<Props> | null {
  const [part, setPart] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    if (!isWanted || part) return;
    let left = false;
    // As a function: a component given bare would be called as an updater.
    const settle = (loaded: ComponentType<Props>) => {
      if (!left) setPart(() => loaded);
    };
    // What could not be fetched is absent, and asked for when it is wanted again.
    load().then(settle, () => undefined);
    return () => {
      left = true;
    };
  }, [load, isWanted, part]);
  return isWanted ? part : null;
}
