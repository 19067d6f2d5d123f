/**
 * The moment between an address and its page: quiet, and absent when it is short. The first one takes
 * the place of the same picture in `index.html`, where it was painted before any script.
 */
import { useContext } from 'react';
import { useWords } from '../state/words.ts';
import { ShownBefore } from './arrival.ts';
import { useDocumentTitle } from './document-title.ts';
import { Brand } from './page.tsx';
import './page.css';

export function Waiting() {
  const { app, common } = useWords();
  const isFirst = !useContext(ShownBefore).current;
  useDocumentTitle('');
  return (
    <div className="page">
      <header className="page-header">
        <h1 className="page-home">
          <Brand />
          {common.appName}
        </h1>
      </header>
      <main className="waiting" data-first={isFirst ? '' : undefined}>
        <p role="status">{app.opening}</p>
      </main>
    </div>
  );
}
