/** The whole page: one screen by the address, one place for messages, one net for our mistakes. */
import { useRef } from 'react';
import { useTexts } from '../state/hooks.ts';
import { ToastRegion } from '../ui/toast.tsx';
import { ShownBefore } from './arrival.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useInnerLinks } from './inner-links.ts';
import { Late } from './late.tsx';
import { UnknownPage } from './message-page.tsx';
import { goTo, type Route, useRoute } from './routes.ts';
import { WorkshopPage } from './workshop-page.tsx';

export function App() {
  const texts = useTexts();
  const shownBefore = useRef(false);
  useInnerLinks();
  return (
    <ErrorBoundary texts={texts}>
      <ShownBefore value={shownBefore}>
        <Screen route={useRoute()} />
      </ShownBefore>
      <ToastRegion label={texts.app.messages} dismissLabel={texts.app.dismiss} />
    </ErrorBoundary>
  );
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'home':
      return (
        <Late load={loadHome} onClose={() => goTo('/')}>
          {(HomePage) => <HomePage />}
        </Late>
      );
    case 'workshop':
      return <WorkshopPage key={route.boardId} {...route} />;
    case 'unknown':
      return <UnknownPage />;
  }
}

/** Apart, for those whom a link takes straight to a workshop: that is most people, every time. */
const loadHome = () => import('./home-page.tsx').then((file) => file.HomePage);
