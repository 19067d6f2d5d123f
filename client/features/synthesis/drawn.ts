/**
 * What every picture of the synthesis is given: nothing is read from the page, so that the same
 * picture stands on a participant's screen, on the projector and in a test.
 */
import type { Board } from '../../../shared/board/board.ts';
import { type Hue, hueOf } from '../../../shared/board/labels.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import type { PageWords } from '../../../shared/text/fr/page.ts';
import type { SynthesisWords } from '../../../shared/text/fr/synthesis.ts';
import type { Language } from '../../state/words.ts';

/** A part of a picture somebody pressed: what it stands for. */
export interface Picked {
  readonly title: string;
  readonly actions: readonly Action[];
}

/** Words of the page, and those that came with the pictures. */
export type DrawnWords = PageWords & { readonly synthesis: SynthesisWords };

export interface Drawn {
  readonly board: Board;
  readonly texts: DrawnWords;
  readonly language: Language;
  /** Lists what a part of the picture stands for; without it nothing can be pressed. */
  readonly onPick?: ((picked: Picked) => void) | undefined;
  /** Opens the sheet of an action; without it its name is only read. */
  readonly onOpen?: ((id: ActionId) => void) | undefined;
}

/** Colour of an action: that of its priority; none when it has lost it. */
export function hueOfAction(board: Board, { priorityId }: Action): Hue | undefined {
  const index = board.priorities.findIndex(({ id }) => id === priorityId);
  return index < 0 ? undefined : hueOf(index);
}

/** The body's own word for a priority where it has one. */
export const priorityWord = ({ info }: Board, { synthesis }: DrawnWords): string =>
  info.priorityLabel ?? synthesis.priority;
