/** The size of an element and of its text, followed as the window changes. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { watchSize } from '../../browser/watch-size.ts';
import type { Area } from './paging.ts';

/** @returns null before the first measure */
export function useArea(element: RefObject<HTMLElement | null>): Area | null {
  const [area, setArea] = useState<Area | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const em = Number.parseFloat(getComputedStyle(target).fontSize) || 16;
      setArea({ width: target.clientWidth, height: target.clientHeight, em });
    };
    measure();
    return watchSize(target, measure);
  }, [element]);
  return area;
}
