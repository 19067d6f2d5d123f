import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a panel beside the page: opening takes the focus to it, closing gives it back to what opened
 * it, unless the person has taken it elsewhere meanwhile.
 */
export function useFocusInside(): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const aside = panel.current;
    aside?.focus({ preventScroll: true });
    return () => {
      const { activeElement } = document;
      const isLost = activeElement === document.body || aside?.contains(activeElement);
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return panel;
}
