/** The whole page: one screen by the address, one place for messages, one net for our mistakes. */
import { useEffect, useRef } from 'react';
import { late } from '../browser/late.ts';
import { createBoardClient } from '../sync/board-client.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { ShownBefore } from './arrival.ts';
import type { Connect } from './board-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { UnknownPage } from './message-page.tsx';
import { PARTS } from './parts.ts';
import { goTo, type Route, readRoute, useRoute } from './routes.ts';
import { Waiting } from './waiting.tsx';
import { WorkshopPage } from './workshop-page.tsx';

export interface AppProps {
  /** Opens the board's connection; tests give one without a network. */
  readonly connect?: Connect;
}

export function App({ connect = createBoardClient }: AppProps) {
  const shownBefore = useRef(false);
  useInnerLinks();
  return (
    <ErrorBoundary>
      <ShownBefore value={shownBefore}>
        <Screen route={useRoute()} connect={connect} />
      </ShownBefore>
      <ToastRegion />
    </ErrorBoundary>
  );
}

/** Not in the table of parts, which it uses itself: one device of a room opens it. */
const projection = late(() => import('./projection-page.tsx').then((file) => file.ProjectionPage));
const network = late(() => import('./network-page.tsx').then((file) => file.NetworkPage));

function Screen({ route, connect }: { readonly route: Route; readonly connect: Connect }) {
  switch (route.screen) {
    case 'home':
      return <LazyPart load={PARTS.home} waiting={<Waiting />} onClose={() => goTo('/')} />;
    case 'network':
      return <LazyPart load={network} waiting={<Waiting />} onClose={() => goTo('/')} />;
    case 'workshop':
      return <WorkshopPage key={route.boardId} {...route} connect={connect} />;
    case 'projection':
      return (
        <LazyPart
          key={route.boardId}
          load={projection}
          waiting={<Waiting />}
          onClose={() => location.reload()}
          {...route}
          connect={connect}
        />
      );
    case 'accessibility':
      return (
        <LazyPart load={PARTS.accessibility} waiting={<Waiting />} onClose={() => goTo('/')} />
      );
    case 'unknown':
      return <UnknownPage />;
  }
}

/** Plain `<a href>` of this origin change the screen without loading the page again. */
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
