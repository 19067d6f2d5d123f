/** One's own hidden idea: a paper of another look, whether the server has it, what to do with it. */
import { CloudOff, CloudUpload, EyeOff, MoreHorizontal, TriangleAlert } from 'lucide-react';
import type { PriorityId } from '../../../shared/ids.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import { useConnection, usePriorities } from '../../state/hooks.ts';
import type { ShownIdea } from '../../state/shown-ideas.ts';
import { useWords } from '../../state/words.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuSection } from '../../ui/menu-items.ts';
import { IdeaRefused } from './idea-refused.tsx';

export interface IdeaCardProps {
  readonly idea: ShownIdea;
  /** Absent while nothing more can be written. */
  readonly onEdit?: (() => void) | undefined;
  readonly onMove: (to: PriorityId) => void;
  readonly onRemove: () => void;
  /** It was put on the board. */
  readonly onPut: () => void;
  readonly onDismiss: () => void;
}

export function IdeaCard({ idea, onEdit, onMove, onRemove, onPut, onDismiss }: IdeaCardProps) {
  const t = useWords(ideasWords);
  const title = idea.title.trim() || t.untitled;
  return (
    <article className="idea" data-state={idea.state.kind}>
      <p className="idea-mark">
        <EyeOff />
        {t.hidden}
      </p>
      <h3 className="idea-title">
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
      {idea.description.trim() && <p className="idea-description">{idea.description}</p>}
      <Saving idea={idea} isOver={onEdit === undefined} />
      {idea.state.kind === 'refused' && (
        <IdeaRefused idea={idea} reason={idea.state.reason} onPut={onPut} onDismiss={onDismiss} />
      )}
      <IdeaMenu idea={idea} title={title} onEdit={onEdit} onMove={onMove} onRemove={onRemove} />
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
  const isLive = useConnection().state === 'live';
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

type IdeaMenuProps = Pick<IdeaCardProps, 'idea' | 'onEdit' | 'onMove' | 'onRemove'> & {
  readonly title: string;
};

function IdeaMenu({ idea, title, onEdit, onMove, onRemove }: IdeaMenuProps) {
  const t = useWords(ideasWords);
  const places = usePriorities()
    .map((priority, index) => ({ ...priority, number: index + 1 }))
    .filter(({ id }) => id !== idea.priorityId);
  const sections: MenuSection[] = [
    {
      id: 'idea',
      items: [
        ...(onEdit ? [{ id: 'edit', label: t.edit, onSelect: onEdit }] : []),
        { id: 'remove', label: t.remove, onSelect: onRemove },
      ],
    },
  ];
  if (onEdit && places.length > 0)
    sections.push({
      id: 'move',
      label: t.moveTo,
      items: places.map(({ id, number, title: name }) => ({
        id,
        label: `${number}. ${name ?? ''}`,
        onSelect: () => onMove(id),
      })),
    });
  return (
    <div className="idea-menu">
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
