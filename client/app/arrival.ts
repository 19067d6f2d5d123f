/**
 * A page that follows another takes the focus to its h1, so that those who listen know where they
 * are. The first one leaves it to the browser: the document's beginning.
 */
import { createContext, type RefObject, useContext, useEffect } from 'react';

/** Whether a page was shown since the document was loaded. */
export const ShownBefore = createContext<RefObject<boolean>>({ current: false });

/** Called by every page once its h1 stands. */
export function useArrival(): void {
  const shownBefore = useContext(ShownBefore);
  useEffect(() => {
    if (shownBefore.current) document.querySelector('h1')?.focus();
    shownBefore.current = true;
  }, [shownBefore]);
}
