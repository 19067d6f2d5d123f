/** The moment between an address and its page: quiet, and absent when it is short. */
import { useTexts } from '../state/hooks.ts';
import { useDocumentTitle } from './document-title.ts';
import './page.css';

export function Waiting() {
  const { app } = useTexts();
  useDocumentTitle('');
  return (
    <main className="waiting">
      <p role="status">{app.opening}</p>
    </main>
  );
}
