/** The moment between an address and its page: quiet, and absent when it is short. */
import { useWords } from '../state/words.ts';
import { useDocumentTitle } from './document-title.ts';
import './page.css';

export function Waiting() {
  const { app } = useWords();
  useDocumentTitle('');
  return (
    <main className="waiting">
      <p role="status">{app.opening}</p>
    </main>
  );
}
