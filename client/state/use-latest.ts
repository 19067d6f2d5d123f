import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What was drawn last, for what runs later: a timer, an answer that comes, a field that goes. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
