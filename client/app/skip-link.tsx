/** First stop of Tab on every page: past the header, to the content. */
import { useWords } from '../state/words.ts';
import './page.css';

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
