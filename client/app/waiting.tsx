/**
 * The moment between an address and its page: quiet, and absent when it is short. The first one takes
 * the place of the same picture in `index.html`, where it was painted before any script.
 */
import { useContext, useEffect, useState } from 'react';
import { useWords } from '../state/words.ts';
import { ShownBefore } from './arrival.ts';
import { useDocumentTitle } from './document-title.ts';
import { Brand } from './page.tsx';
import './page.css';

/** Longer, and it is said that the line is slow. */
const slowMs = 5_000;

export function Waiting() {
  const { app, common } = useWords();
  const isFirst = !useContext(ShownBefore).current;
  const [isSlow, setSlow] = useState(false);
  useDocumentTitle('');
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="page">
      <header className="page-header">
        <h1 className="page-home">
          <Brand />
          {common.appName}
        </h1>
      </header>
      <main className="waiting" data-first={isFirst ? '' : undefined}>
        <p role="status">{isSlow ? app.openingSlow : app.opening}</p>
        {isSlow && <a href="/reseau">{app.tryNetwork}</a>}
      </main>
    </div>
  );
}
