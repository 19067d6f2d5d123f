/** What must stay visible about the data, on one line; a press shows all of it. */
import './board-page.css';

export function BoardNotice({ text }: { readonly text: string }) {
  return (
    <details className="board-notice">
      <summary>{text}</summary>
    </details>
  );
}
