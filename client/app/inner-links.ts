/** Plain `<a href>` of this origin change the screen without loading the page again. */
import { useEffect } from 'react';
import { goTo, readRoute } from './routes.ts';

export function useInnerLinks(): void {
  useEffect(() => {
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}

function follow(event: MouseEvent): void {
  // A press with a modifier asks for another tab or a download.
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.target !== '' || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || readRoute(url).screen === 'unknown') return;
  event.preventDefault();
  goTo(url.pathname + url.search + url.hash);
}
