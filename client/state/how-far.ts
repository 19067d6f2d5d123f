/** How far a long request is, as a bar and in words. */
import type { transferFr } from '../../shared/text/fr/transfer.ts';
import type { Translated } from '../../shared/text/texts.ts';
import type { Moved } from '../sync/moved.ts';

/** As the request tells it. */
export type Told = Moved;

interface HowFar {
  /** 0 to 1; undefined while nobody can tell. */
  readonly share?: number;
  readonly figure?: string;
}

export function howFar(
  moved: Told | undefined,
  { moved: words, megabytes }: Translated<typeof transferFr>,
): HowFar {
  if (!moved) return {};
  const { bytes, total } = moved;
  const figure = words(
    megabytes(bytes / 1_000_000),
    total === undefined ? undefined : megabytes(total / 1_000_000),
  );
  return total === undefined ? { figure } : { share: Math.min(1, bytes / total), figure };
}
