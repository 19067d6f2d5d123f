/** One's own hidden idea: a paper of another look, whether the server has it, what to do with it. */
import { CloudOff, CloudUpload, EyeOff, MoreHorizontal, TriangleAlert } from 'lucide-react';
import { addAction } from '../../../shared/board/commands/actions.ts';
import { isBlank } from '../../../shared/board/text.ts';
import type { RequestRefusal } from '../../../shared/session/refusals.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import {
  useAuthor,
  useBoardClient,
  useCan,
  useConnectionState,
  usePriorities,
} from '../../state/hooks.ts';
import type { Ideas } from '../../state/ideas.ts';
import type { Idea } from '../../state/kept-ideas.ts';
import type { ShownIdea } from '../../state/shown-ideas.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuSection } from '../../ui/menu-items.ts';
import { useIdeaActs } from './open-ideas.ts';

export interface IdeaCardProps {
  readonly idea: ShownIdea;
  readonly ideas: Ideas;
  /** Absent while nothing more can be written. */
  readonly onEdit?: (() => void) | undefined;
}

export function IdeaCard({ idea, ideas, onEdit }: IdeaCardProps) {
  const t = useWords(ideasWords);
  const title = idea.title.trim() || t.untitled;
  return (
    <article className="idea" data-state={idea.state.kind}>
      <p className="idea-mark">
        <EyeOff />
        {t.hidden}
      </p>
      <h3 className="idea-title" translate="no">
        {onEdit ? (
          <button
            type="button"
            className="idea-open"
            aria-label={t.editIdea(title)}
            data-open-idea={idea.id}
            onClick={onEdit}
          >
            {title}
          </button>
        ) : (
          title
        )}
      </h3>
      {idea.description.trim() && (
        <p className="idea-description" translate="no">
          {idea.description}
        </p>
      )}
      <Saving idea={idea} isOver={onEdit === undefined} />
      {idea.state.kind === 'refused' && (
        <IdeaRefused idea={idea} reason={idea.state.reason} ideas={ideas} />
      )}
      <IdeaMenu idea={idea} ideas={ideas} title={title} onEdit={onEdit} />
    </article>
  );
}

function Saving({
  idea: { state },
  isOver,
}: {
  readonly idea: ShownIdea;
  readonly isOver: boolean;
}) {
  const t = useWords(ideasWords);
  const isLive = useConnectionState() === 'live';
  if (state.kind === 'refused')
    return (
      <p className="idea-state" data-refused="">
        <TriangleAlert />
        {t.refused[state.reason]}
      </p>
    );
  if (state.kind === 'saved') return <p className="idea-state">{isOver ? t.waiting : t.saved}</p>;
  return (
    <p className="idea-state">
      {isLive ? <CloudUpload /> : <CloudOff />}
      {isLive ? t.sending : t.offline}
    </p>
  );
}

interface IdeaMenuProps extends IdeaCardProps {
  readonly title: string;
}

function IdeaMenu({ idea, ideas, title, onEdit }: IdeaMenuProps) {
  const t = useWords(ideasWords);
  const { move, remove } = useIdeaActs(ideas);
  const places = usePriorities()
    .map((priority, index) => ({ ...priority, number: index + 1 }))
    .filter(({ id }) => id !== idea.priorityId);
  const sections: MenuSection[] = [
    {
      id: 'idea',
      items: [
        ...(onEdit ? [{ id: 'edit', label: t.edit, onSelect: onEdit }] : []),
        { id: 'remove', label: t.remove, onSelect: () => remove(idea) },
      ],
    },
  ];
  if (onEdit && places.length > 0)
    sections.push({
      id: 'move',
      label: t.moveTo,
      translate: 'no',
      items: places.map(({ id, number, title: name }) => ({
        id,
        label: `${number}. ${name ?? ''}`,
        onSelect: () => move(idea, id),
      })),
    });
  return (
    <div className="idea-menu" translate="no">
      <Menu
        variant="quiet"
        size="small"
        icon={<MoreHorizontal />}
        label={t.menu(title)}
        sections={sections}
      />
    </div>
  );
}

interface IdeaRefusedProps {
  readonly idea: Idea;
  readonly reason: RequestRefusal;
  readonly ideas: Ideas;
}

/** A text the server will not take as a hidden idea: copied, put on the board where one may, let go. */
function IdeaRefused({ idea, reason, ideas }: IdeaRefusedProps) {
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
    // It is an action now: the idea is to go, from the server too.
    ideas.remove(idea);
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
      <Button size="small" variant="quiet" onClick={() => ideas.dismiss(idea.id)}>
        {t.dismiss}
      </Button>
    </div>
  );
}
