/** Plays what was written, each thing at its moment, with one timer for all. */
export interface Cue {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly act: () => void;
}
export interface Playing {
  /** Resolves at the last cue, or when stopped. */
  readonly done: Promise<void>;
  readonly stop: () => void;
}

export function play(cues: Iterable<Cue>): Playing {
  const ordered = [...cues].sort((a, b) => a.at - b.at);
  const began = performance.now();
  let next = 0;
  let timer: NodeJS.Timeout | undefined;
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const step = () => {
    const now = performance.now() - began;
    for (let cue = ordered[next]; cue && cue.at <= now; cue = ordered[++next]) cue.act();
    const after = ordered[next];
    if (after) timer = setTimeout(step, Math.max(1, after.at - (performance.now() - began)));
    else finish();
  };
  step();
  return {
    done,
    stop: () => {
      clearTimeout(timer);
      finish();
    },
  };
}
