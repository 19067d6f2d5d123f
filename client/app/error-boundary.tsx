/** When our code throws while drawing: a sentence, a way on, and what to send us. */
import { Component, type ReactNode } from 'react';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useDocumentTitle } from './document-title.ts';
import './page.css';

interface Caught {
  readonly error: unknown;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { error: undefined };

  static getDerivedStateFromError(error: unknown): Caught {
    return { error: error ?? 'unknown' };
  }

  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Crash error={error} />;
  }
}

function Crash({ error }: Caught) {
  const { app } = useWords();
  useDocumentTitle(app.crashTitle);
  return (
    <main className="message">
      <h1>{app.crashTitle}</h1>
      <p>{app.crashText}</p>
      <div className="message-actions">
        <Button variant="primary" onClick={() => location.reload()}>
          {app.reload}
        </Button>
        <CopyButton text={detailsOf(error)} label={app.crashCopy} />
      </div>
      <details className="message-details">
        <summary>{app.crashDetails}</summary>
        <pre>{detailsOf(error)}</pre>
      </details>
    </main>
  );
}

/** Enough to find the mistake; the address without what follows `#`, which could be a secret. */
const detailsOf = (error: unknown): string =>
  [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    location.pathname,
    navigator.userAgent,
  ].join('\n');
