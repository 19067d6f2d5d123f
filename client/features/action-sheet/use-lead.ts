/** Leads from a line of the check list to the field it names, opening what it is folded in. */
import { flushSync } from 'react-dom';
import type { SheetPlace } from './sheet-fields.ts';
import { useMarket } from './use-market.ts';

const focusable = 'input, textarea, select, button';

export function useLead(): (from: Element, place: SheetPlace) => void {
  const [, setMarket] = useMarket();
  return (from, place) => {
    const sheet = from.closest('.sheet-body');
    const find = () =>
      sheet?.querySelector(`[data-place="${place}"]`)?.querySelector<HTMLElement>(focusable);
    // A field that is folded away cannot have the focus: it must be there before it is sought again.
    if (!find()) flushSync(() => setMarket(true));
    find()?.focus();
  };
}
