/** A store whose appends and disk syncs are timed. What failed is not: its fault is logged. */
import type { Measures } from '../observability/measures.ts';
import type { Store } from './store.ts';

/** @param nowMs a clock that never goes back, milliseconds */
export function measured(
  store: Store,
  measures: Pick<Measures, 'appendTook' | 'syncTook'>,
  nowMs: () => number = () => performance.now(),
): Store {
  const timed = async <Value>(work: () => Promise<Value>, took: (milliseconds: number) => void) => {
    const startedAt = nowMs();
    const value = await work();
    took(nowMs() - startedAt);
    return value;
  };
  return {
    ...store,
    append: (...kept) => timed(() => store.append(...kept), measures.appendTook),
    sync: () => timed(() => store.sync(), measures.syncTook),
  };
}
