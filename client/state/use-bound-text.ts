/** A collaborative text for a field of `ui/`: nothing renders while it is typed in. */
import { useMemo } from 'react';
import type { TextKey } from '../../shared/board/text-handle.ts';
import type { ActionId } from '../../shared/ids.ts';
import { useBoardClient } from './hooks.ts';
import { type BoundText, linkText } from './text-link.ts';
import { useListing } from './use-held-text.ts';
import { useWords } from './words.ts';

/**
 * The same object until the action or the text is another one.
 * @param label of its field
 */
export function useBoundText(id: ActionId, key: TextKey, label: string): BoundText {
  const client = useBoardClient();
  const { common } = useWords();
  const list = useListing();
  return useMemo(() => {
    const about = () => client.stores.board.getState().actions.get(id)?.title ?? '';
    const place = { screen: 'sheet', key: `${id}.${key}`, field: label, about } as const;
    return linkText(client, id, key, common.somebody, (text) => list(place, text));
  }, [client, id, key, label, list, common.somebody]);
}
