/** Whether the window shows one priority at a time: phones, and pages zoomed to 400 % (RGAA 10.11). */
import { useSyncExternalStore } from 'react';

const query = '(max-width: 47.9rem)';

const subscribe = (listener: () => void): (() => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
