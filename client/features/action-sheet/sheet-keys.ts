/** Keys of the sheet: Échap closes it, arrows go to the action before or after. */
import type { KeyboardEvent } from 'react';

export type SheetMove = 'close' | 'previous' | 'next';

const ARROWS: Readonly<Record<string, SheetMove>> = { ArrowUp: 'previous', ArrowDown: 'next' };

/** What a key asks for; undefined when it belongs to the field it was pressed in. */
export function moveOf(event: KeyboardEvent): SheetMove | undefined {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return undefined;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  if (event.key === 'Escape') return event.altKey ? undefined : 'close';
  const field = (event.target as Element).closest('input, select, textarea');
  if (field?.matches(ownArrows) || (field && !event.altKey)) return undefined;
  return ARROWS[event.key];
}

/** Where Alt and an arrow open a list or a calendar. */
const ownArrows = 'select, [role="combobox"], [type="date"]';
