/**
 * What a priority shows of hidden ideas, above its cards: how many everybody has, a place to write
 * one's own, and one's own.
 */
import { EyeOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { newId, type PriorityId } from '../../../shared/ids.ts';
import { ideasWords } from '../../../shared/text/fr/ideas.ts';
import { useBoard, useSession } from '../../state/hooks.ts';
import type { Ideas } from '../../state/ideas.ts';
import type { Idea } from '../../state/kept-ideas.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { pageToasts } from '../../ui/toast-queue.ts';
import { IdeaCard } from './idea-card.tsx';
import { IdeaComposer } from './idea-composer.tsx';
import { IdeaEditor } from './idea-editor.tsx';
import { focusSoon, useCanWrite, useIdeas, useIdeasUnder } from './open-ideas.ts';
import './ideas.css';

export function IdeasColumn({ id }: { readonly id: PriorityId }) {
  const t = useWords(ideasWords);
  const ideas = useIdeas();
  const isHidden = useSession((session) => session?.rules.writing === 'hidden');
  const count = useSession((session) => session?.drafts.counts[id] ?? 0);
  return (
    <>
      {(count > 0 || isHidden) && (
        <p className="ideas-count">
          <EyeOff />
          {count > 0 ? t.count(count) : t.none}
        </p>
      )}
      {ideas && <OwnIdeas id={id} ideas={ideas} />}
    </>
  );
}

// One list and the form under it: what is open in the one closes the other.
function OwnIdeas({ id, ideas }: { readonly id: PriorityId; readonly ideas: Ideas }) {
  const t = useWords(ideasWords);
  const shown = useIdeasUnder(id);
  const priority =
    useBoard(({ priorities }) => priorities.find((one) => one.id === id)?.title) ?? '';
  const canWrite = useCanWrite();
  const mustOpen = useSession((session) => session?.role === 'facilitator');
  const [isOpen, setOpen] = useState(false);
  const [composed, setComposed] = useState<Idea>(() => newIdea(id));
  const [edited, setEdited] = useState<Edited | null>(null);

  const isEdited = (idea: Idea) => idea.id === edited?.idea.id;
  const isComposing = canWrite && (isOpen || !mustOpen);
  // Without the field, what was being written in it is listed like the others.
  const listed = shown.filter((idea) => !isComposing || idea.id !== composed.id);
  // Revealed, moved or removed elsewhere: whoever is writing in it goes on.
  const list = edited && !listed.some(isEdited) ? [...listed, null] : listed;

  const finish = () => {
    if (composed.title.trim() !== '') pageToasts.announce(t.added(composed.title));
    ideas.flush();
    setComposed(newIdea(id));
  };
  const closeComposer = () => {
    setOpen(false);
    focusSoon(`[data-write-idea="${CSS.escape(id)}"]`);
  };
  const close = () => {
    if (edited) focusSoon(`[data-open-idea="${CSS.escape(edited.idea.id)}"]`);
    setEdited(null);
  };
  const editor = edited && (
    <IdeaEditor
      key={edited.idea.id}
      idea={edited.idea}
      startIn={edited.startIn}
      onWrite={ideas.write}
      onLeave={ideas.flush}
      onClose={close}
    />
  );

  return (
    <>
      {canWrite && mustOpen && !isOpen && (
        <Button
          variant="quiet"
          size="small"
          icon={<Plus />}
          data-write-idea={id}
          onClick={() => setOpen(true)}
        >
          {t.write}
        </Button>
      )}
      {isComposing && (
        <IdeaComposer
          priority={priority}
          title={composed.title}
          own={listed}
          onWrite={(title) => {
            const next = { ...composed, title };
            setComposed(next);
            ideas.write(next);
          }}
          onFinish={finish}
          onDetail={() => {
            setEdited({ idea: composed, startIn: 'description' });
            finish();
          }}
          onClose={mustOpen ? closeComposer : undefined}
        />
      )}
      {list.length > 0 && (
        <ul className="ideas" aria-label={t.mine(priority)}>
          {list.map((idea) => (
            <li key={!idea || isEdited(idea) ? 'edited' : idea.id}>
              {!idea || isEdited(idea) ? (
                <div className="idea" data-edited="">
                  {editor}
                </div>
              ) : (
                <IdeaCard
                  idea={idea}
                  onEdit={canWrite ? () => setEdited({ idea, startIn: 'title' }) : undefined}
                  ideas={ideas}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Edited {
  readonly idea: Idea;
  readonly startIn: 'title' | 'description';
}

const newIdea = (priorityId: PriorityId): Idea => ({
  id: newId<'action'>(),
  priorityId,
  title: '',
  description: '',
});
