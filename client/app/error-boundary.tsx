/** When our code throws while drawing: a sentence, a way on, and what to send us. */
import { Component, type ReactNode } from 'react';
import type { PageWords } from '../../shared/text/fr/page.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import './page.css';

interface ErrorBoundaryProps {
  readonly texts: PageWords;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? 'unknown' };
  }

  override render() {
    const { texts, children } = this.props;
    const { error } = this.state;
    if (error === undefined) return children;
    return (
      <main className="message">
        <h1>{texts.app.crashTitle}</h1>
        <p>{texts.app.crashText}</p>
        <div className="message-actions">
          <Button variant="primary" onClick={() => location.reload()}>
            {texts.app.reload}
          </Button>
          <CopyButton text={detailsOf(error)} label={texts.app.crashCopy} />
        </div>
        <details className="message-details">
          <summary>{texts.app.crashDetails}</summary>
          <pre>{detailsOf(error)}</pre>
        </details>
      </main>
    );
  }
}

/** Enough to find the mistake; the address without what follows `#`, which could be a secret. */
const detailsOf = (error: unknown): string =>
  [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    location.pathname,
    navigator.userAgent,
  ].join('\n');
