/**
 * Long columns are drawn whole for whoever takes all of the page: what prints it, and who selects
 * all of it. At once, within the event: what comes after it reads the page as it then is.
 */
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createViewStore, useView } from '../../state/view-store.ts';

/** Why all is drawn now; null while it is not. */
type Reason = 'print' | 'selection' | null;

const store = createViewStore<{ readonly for: Reason }>({ for: null });

export const useDrawsWhole = (): boolean => useView(store, (state) => state.for !== null);

/** Listens for the wall. */
export function useWholeOnDemand(): void {
  useEffect(() => {
    const draw = (reason: Reason) => flushSync(() => store.setState({ for: reason }));
    const print = () => draw('print');
    const printed = () => draw(null);
    const press = (event: KeyboardEvent) => {
      if (isSelectAll(event)) draw('selection');
    };
    const select = () => {
      if (store.getState().for === 'selection' && getSelection()?.isCollapsed !== false) draw(null);
    };
    addEventListener('beforeprint', print);
    addEventListener('afterprint', printed);
    addEventListener('keydown', press);
    document.addEventListener('selectionchange', select);
    return () => {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', printed);
      removeEventListener('keydown', press);
      document.removeEventListener('selectionchange', select);
      store.setState({ for: null });
    };
  }, []);
}

/** Ctrl+A on the page; in a text it selects that text. */
function isSelectAll({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (!(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== 'a') return false;
  return !(target instanceof Element && target.matches('input, textarea, [contenteditable]'));
}
