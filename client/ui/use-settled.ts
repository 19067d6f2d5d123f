/** When what people wait for is there: then what nobody waits for may be fetched. */
import { useEffect, useState } from 'react';

/** From the first drawing, milliseconds; on a slow line the cards come before a part of the page. */
const settledMs = 1_000;

/** False until the caller has been on the screen for a moment. */
export function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledMs);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
