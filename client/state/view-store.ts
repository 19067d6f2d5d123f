/** Small stores for what one screen alone knows, read by parts so that only those concerned render. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type ViewStore<State> = StoreApi<State>;

export const createViewStore = <State>(initial: State): ViewStore<State> =>
  createStore<State>(() => initial);

/** Renders when what `select` returns changes; it must keep its identity meanwhile. */
export const useView = <State, Value>(
  store: ViewStore<State>,
  select: (state: State) => Value,
): Value => useStore(store, select);
