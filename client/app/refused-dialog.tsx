/** A change was refused: why, and the text of it, which stays its author's. */
import { useBoardClient, useRefused } from '../state/hooks.ts';
import { useWords } from '../state/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeptTexts } from './kept-texts.tsx';

export function RefusedDialog() {
  const { connection } = useWords();
  const client = useBoardClient();
  const refused = useRefused();
  if (refused.length === 0) return null;
  const texts = refused.map((text) => ({ ...text, reason: connection.refused[text.reason] }));
  return (
    <Dialog title={connection.refusedTitle} onClose={client.dismissRefused}>
      <KeptTexts texts={texts} />
    </Dialog>
  );
}
