/** The synthesis in the place of the wall, and the frame it opens to have its markers written. */
import { useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { useWall } from '../features/board/wall-store.ts';
import { useCan } from '../state/hooks.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { PARTS } from './parts.ts';
import { closeSynthesis, openSynthesis } from './routes.ts';

export interface BoardSynthesisProps {
  readonly boardId: BoardId;
  readonly view: SynthesisView;
}

export function BoardSynthesis({ boardId, view }: BoardSynthesisProps) {
  const { onOpenAction } = useWall();
  const canEditFrame = useCan('frame');
  const [isFrameOpen, setFrameOpen] = useState(false);
  const close = () => closeSynthesis(boardId);
  const closeFrame = () => setFrameOpen(false);
  return (
    <>
      <LazyPart
        load={PARTS.synthesis}
        onClose={close}
        view={view}
        onView={(next) => openSynthesis(boardId, next)}
        onOpen={onOpenAction}
        onEditMarkers={canEditFrame ? () => setFrameOpen(true) : undefined}
      />
      {isFrameOpen && <LazyPart isTyped load={PARTS.frame} onClose={closeFrame} />}
    </>
  );
}
