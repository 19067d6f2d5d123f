/** The page starts: language and theme first, so that nothing is painted in another one. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import type { Connect } from './app/board-page.tsx';
import { bindSpaces } from './browser/french-spaces.ts';
import { surviveTranslators } from './browser/translators.ts';
import { keepWhole } from './browser/whole.ts';
import { showPreferences } from './state/preferences.ts';
import { createBoardClient } from './sync/board-client.ts';
import { recallCopies } from './sync/copy-name.ts';
import './styles/main.css';

await Promise.all([showPreferences(), recallCopies()]);

/** Once a board is there as the server has it, the page has time for what may be needed later. */
const connect: Connect = (options) => {
  const client = createBoardClient(options);
  const stop = client.stores.connection.subscribe(({ state }) => {
    if (state !== 'live') return;
    stop();
    keepWhole();
  });
  return client;
};

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Windows and menus are not below the root.
surviveTranslators(document.body);
bindSpaces(document.body);
createRoot(root).render(
  <StrictMode>
    <App connect={connect} />
  </StrictMode>,
);
