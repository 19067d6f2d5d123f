/** A text the server will not take as a hidden idea: copied, put on the board where one may, let go. */
import { addAction } from '../../../shared/board/commands/actions.ts';
import { isBlank } from '../../../shared/board/text.ts';
import type { RequestRefusal } from '../../../shared/session/refusals.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import { useAuthor, useBoardClient, useCan } from '../../state/hooks.ts';
import type { Idea } from '../../state/kept-ideas.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

export interface IdeaRefusedProps {
  readonly idea: Idea;
  readonly reason: RequestRefusal;
  /** It is an action now: the idea is to go, from the server too. */
  readonly onPut: () => void;
  readonly onDismiss: () => void;
}

export function IdeaRefused({ idea, reason, onPut, onDismiss }: IdeaRefusedProps) {
  const t = useWords(ideasWords);
  const client = useBoardClient();
  const author = useAuthor();
  // A revealed one is there already: a second would be its double.
  const canAdd = useCan('add') && author !== null && reason !== 'stale' && !isBlank(idea.title);

  const putOnBoard = () => {
    if (!author) return;
    const { title, description, priorityId } = idea;
    const added = client.run(addAction, { title, place: { priorityId, before: null }, author });
    if (!added.ok) return;
    client.openText(added.value, 'description')?.replace({
      index: 0,
      removed: 0,
      inserted: description,
    });
    onPut();
  };

  return (
    <div className="idea-refused">
      {canAdd && (
        <Button size="small" variant="primary" onClick={putOnBoard}>
          {t.putOnBoard}
        </Button>
      )}
      <CopyButton
        size="small"
        text={[idea.title, idea.description].filter(Boolean).join('\n\n')}
        label={t.copy}
      />
      <Button size="small" variant="quiet" onClick={onDismiss}>
        {t.dismiss}
      </Button>
    </div>
  );
}
