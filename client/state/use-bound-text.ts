/** A collaborative text for a field of `ui/`: nothing renders while it is typed in. */
import { useMemo } from 'react';
import type { TextKey } from '../../shared/board/text-handle.ts';
import type { ActionId } from '../../shared/ids.ts';
import { useBoardClient } from './hooks.ts';
import { type BoundText, linkText } from './text-link.ts';
import { useWords } from './words.ts';

/** The same object until the action or the text is another one. */
export function useBoundText(id: ActionId, key: TextKey): BoundText {
  const client = useBoardClient();
  const { common } = useWords();
  return useMemo(
    () => linkText(client, id, key, common.somebody),
    [client, id, key, common.somebody],
  );
}
