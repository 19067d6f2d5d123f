/** Bringing actions together, fetched when somebody first picks one. */
import { usePicker, usePicking } from '../state/use-picking.ts';
import { LazyPart } from './lazy-part.tsx';
import { PARTS } from './parts.ts';

export function BoardMerging() {
  const isPicking = usePicking(({ doing }) => doing !== 'nothing');
  const { stop } = usePicker();
  if (!isPicking) return null;
  return (
    <LazyPart load={PARTS.merging} onClose={stop}>
      {(Merging) => <Merging />}
    </LazyPart>
  );
}
