/** What the browser's tab says: the screen, then the product. */
import { useEffect } from 'react';
import { useWords } from '../state/words.ts';

export function useDocumentTitle(screen: string): void {
  const { app, common } = useWords();
  useEffect(() => {
    document.title = screen === '' ? common.appName : app.documentTitle(screen);
  }, [screen, app, common]);
}
