/**
 * Actions with changes the server has not acknowledged: each remembers the number of the frame
 * that carries its last change, null while it waits for a connection (SPEC CO2).
 */
import type { ActionId } from '../../shared/ids.ts';

export interface UnsavedActions {
  readonly ids: () => ReadonlySet<ActionId>;
  readonly touch: (actions: Iterable<ActionId>, frame: number | null) => void;
  /** A new socket has answered the server's first question: that frame carries all that waited. */
  readonly resent: (frame: number) => void;
  /** The socket is gone: what was not acknowledged waits again. */
  readonly disconnected: () => void;
  readonly saved: (upTo: number) => void;
}

export function createUnsavedActions(): UnsavedActions {
  let frames: ReadonlyMap<ActionId, number | null> = new Map();
  let ids: ReadonlySet<ActionId> = new Set();
  const set = (next: ReadonlyMap<ActionId, number | null>) => {
    frames = next;
    ids = new Set(next.keys());
  };
  const all = (frame: number | null) => set(new Map([...frames.keys()].map((id) => [id, frame])));
  return {
    ids: () => ids,
    touch: (actions, frame) => {
      const touched = [...actions];
      if (touched.length === 0) return;
      set(new Map([...frames, ...touched.map((id) => [id, frame] as const)]));
    },
    resent: (frame) => all(frame),
    disconnected: () => all(null),
    saved: (upTo) => {
      const left = [...frames].filter(([, frame]) => frame === null || frame > upTo);
      if (left.length < frames.size) set(new Map(left));
    },
  };
}
