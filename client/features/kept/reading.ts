/** What kept things are read with: the board where there is one, and the words of what they are about. */
import { useMemo } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { keptWords } from '../../../shared/text/fr/kept.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { usePreferences } from '../../state/hooks.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import { useWords } from '../../state/words.ts';

export type KeptThing = KeptItem['work'];
export type ThingOf<Kind extends KeptThing['kind']> = Extract<KeptThing, { readonly kind: Kind }>;

export type Reading = ReturnType<typeof useReading>;
/** Where a board is open. */
export type BoardReading = Reading & { readonly board: Board };

/** @param board null where none is open, as on the first page */
export function useReading(board: Board | null) {
  const { language } = usePreferences();
  const { common } = useWords();
  const t = useWords(keptWords);
  const sheet = useWords(sheetWords);
  const frame = useWords(facilitationWords);
  return useMemo(
    () => ({ board, language, t, common, sheet, frame }),
    [board, language, t, common, sheet, frame],
  );
}
