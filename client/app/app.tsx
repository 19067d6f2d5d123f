/** The whole page: one screen by the address, one place for messages, one net for our mistakes. */
import { useRef } from 'react';
import { useWords } from '../state/words.ts';
import { createBoardClient } from '../sync/board-client.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { ShownBefore } from './arrival.ts';
import type { Connect } from './board-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useInnerLinks } from './inner-links.ts';
import { UnknownPage } from './message-page.tsx';
import { PARTS } from './parts.ts';
import { ProjectionPage } from './projection-page.tsx';
import { goTo, type Route, useRoute } from './routes.ts';
import { WorkshopPage } from './workshop-page.tsx';

export interface AppProps {
  /** Opens the board's connection; tests give one without a network. */
  readonly connect?: Connect;
}

export function App({ connect = createBoardClient }: AppProps) {
  const texts = useWords();
  const shownBefore = useRef(false);
  useInnerLinks();
  return (
    <ErrorBoundary texts={texts}>
      <ShownBefore value={shownBefore}>
        <Screen route={useRoute()} connect={connect} />
      </ShownBefore>
      <ToastRegion />
    </ErrorBoundary>
  );
}

function Screen({ route, connect }: { readonly route: Route; readonly connect: Connect }) {
  switch (route.screen) {
    case 'home':
      return <LazyPart load={PARTS.home} onClose={() => goTo('/')} />;
    case 'workshop':
      return <WorkshopPage key={route.boardId} {...route} connect={connect} />;
    case 'projection':
      return <ProjectionPage key={route.boardId} {...route} connect={connect} />;
    case 'unknown':
      return <UnknownPage />;
  }
}
