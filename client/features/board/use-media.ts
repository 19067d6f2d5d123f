/** Follows a media query. */
import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Whether the window shows one priority at a time: phones, and pages zoomed to 400 % (RGAA 10.11). */
export const useIsNarrow = (): boolean => useMedia('(max-width: 47.9rem)');

/** Whether an open sheet covers the board instead of standing beside it. */
export const useSheetCovers = (): boolean => useMedia('(width < 64rem)');
