/** The frame of every page but the wall: skip link, header, one h1, the content. */
import type { ReactNode } from 'react';
import { useWords } from '../state/words.ts';
import { FoldedTitle } from '../ui/foldable.tsx';
import { useArrival } from './arrival.ts';
import { useDocumentTitle } from './document-title.ts';
import { PreferencesMenu } from './preferences-menu.tsx';
import { accessibilityPath } from './routes.ts';
import './page.css';

export interface PageProps {
  readonly title: string;
  /** Sentences under the title. */
  readonly lead?: ReactNode;
  /** Width of the content: a text is narrow, a page with columns wide. */
  readonly width: 'narrow' | 'wide';
  /** In the place of the plain link to the declaration of accessibility. */
  readonly foot?: ReactNode;
  /** What the tab says when it is not the title. */
  readonly tab?: string;
  /** Given where the title is people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
  readonly children?: ReactNode;
}

export function Page({ title, lead, width, foot, tab = title, translate, children }: PageProps) {
  const texts = useWords();
  useArrival();
  useDocumentTitle(tab);
  return (
    <div className="page">
      <SkipLink />
      <header className="page-header">
        <a className="page-home" href="/">
          <Brand />
          {texts.common.appName}
        </a>
        <PreferencesMenu />
      </header>
      <main className="page-main" id="contenu" data-width={width}>
        <h1 tabIndex={-1} translate={translate}>
          <FoldedTitle text={title} />
        </h1>
        {lead}
        {children}
      </main>
      <footer className="page-foot">{foot ?? <AccessibilityLink />}</footer>
    </div>
  );
}

/** @param words what is declared, where that is known */
export function AccessibilityLink({ words }: { readonly words?: string }) {
  const { app } = useWords();
  return <a href={accessibilityPath}>{words ?? app.accessibility}</a>;
}

/** Three gommettes. The name stands beside them in words, so they say nothing by themselves. */
export const Brand = () => (
  <svg className="brand" viewBox="0 0 44 20" aria-hidden="true">
    <circle data-hue={1} cx="8" cy="9" r="7" />
    <circle data-hue={5} cx="22" cy="12" r="7" />
    <circle data-hue={6} cx="36" cy="9" r="7" />
  </svg>
);

/** First stop of Tab on every page: past the header, to the content. */
export function SkipLink() {
  const { app } = useWords();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place of the page, without touching the address
    <a
      className="skip-link"
      href="#contenu"
      onClick={(event) => {
        // What follows # is a link's secret here: the address must not receive a place instead.
        event.preventDefault();
        const main = document.querySelector('main');
        main?.setAttribute('tabindex', '-1');
        main?.focus();
      }}
    >
      {app.skip}
    </a>
  );
}
