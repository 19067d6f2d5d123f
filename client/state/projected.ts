/** What the screen of a room says of itself to those who lead it. */
import { useStore } from 'zustand';
import type { ProjectedPage } from '../sync/board-stores.ts';
import { useBoardClient, usePeople } from './hooks.ts';

/** Of the first screen that is open; undefined while there is none. */
export function useProjected(): ProjectedPage | undefined {
  const { presence } = useBoardClient().stores;
  const screens = usePeople()
    .filter(({ role }) => role === 'observer')
    .flatMap(({ clients }) => clients);
  return useStore(presence, (states) =>
    screens.map((client) => states.get(client)?.projection).find((page) => page !== undefined),
  );
}
