/** What the browser's tab says: the screen, then the product. */
import { useEffect } from 'react';
import { useTexts } from '../state/hooks.ts';

export function useDocumentTitle(screen: string): void {
  const { app, common } = useTexts();
  useEffect(() => {
    document.title = screen === '' ? common.appName : app.documentTitle(screen);
  }, [screen, app, common]);
}
