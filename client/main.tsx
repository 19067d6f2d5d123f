/** The page starts: language and theme first, so that nothing is painted in another one. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { showPreferences } from './state/preferences.ts';
import './styles/main.css';

await showPreferences();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
