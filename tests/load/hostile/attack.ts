import type { Scene } from './scene.ts';

export interface Verdict {
  readonly admitted: boolean;
  readonly note: string;
}
/** Prepared in peace, then struck while somebody works in another board. */
export interface Attack {
  /** One line of French for the table. */
  readonly title: string;
  readonly prepare: (scene: Scene) => Promise<() => Promise<Verdict>>;
}

export const reactMs = 1_000;
