/** Bringing actions together, fetched when somebody first picks one. */
import { usePicker, usePicking } from '../state/use-picking.ts';
import { Late } from './late.tsx';

export function BoardMerging() {
  const isPicking = usePicking(({ doing }) => doing !== 'nothing');
  const { stop } = usePicker();
  if (!isPicking) return null;
  return (
    <Late load={loadMerging} onClose={stop}>
      {(Merging) => <Merging />}
    </Late>
  );
}

const loadMerging = () => import('../features/merge/merging.tsx').then((file) => file.Merging);
