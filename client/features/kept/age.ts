/** How long ago something was kept, in words. */
import { useEffect, useState } from 'react';
import type { Language } from '../../state/words.ts';

const minuteMs = 60_000;

/**
 * « il y a 12 minutes », « il y a 3 jours »: whole units, the largest one of them.
 * @param at milliseconds since 1970
 * @returns empty for less than a minute, and for a clock that was put back since
 */
export function age(at: number, now: number, language: Language): string {
  const minutes = Math.floor((now - at) / minuteMs);
  if (minutes < 1) return '';
  const words = new Intl.RelativeTimeFormat(language);
  if (minutes < 60) return words.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? words.format(-hours, 'hour') : words.format(-Math.floor(hours / 24), 'day');
}

/** This device's clock, milliseconds since 1970, looked at again each minute. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
