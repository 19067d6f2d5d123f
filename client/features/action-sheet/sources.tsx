/** The actions merged into this one, each whole: its text, who proposed it, its constraints, a way out. */

import { useId } from 'react';
import { unmergeAction } from '../../../shared/board/commands/actions.ts';
import { proposerOf } from '../../../shared/board/labels.ts';
import { sourcesOf } from '../../../shared/board/merged.ts';
import type { Action } from '../../../shared/board/schema.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { mergeWords } from '../../../shared/text/fr/merge.ts';
import { useBoard, useBoardClient, useCan } from '../../state/hooks.ts';
import { useLastResult } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import './sources.css';

export function Sources({ id }: { readonly id: ActionId }) {
  const t = useWords(mergeWords);
  const titleId = useId();
  const board = useBoard((now) => (now.sources.has(id) ? now : null));
  const canMerge = useCan('merge');
  if (!board) return null;
  const sources = sourcesOf(board, id);
  return (
    <section className="sheet-group" aria-labelledby={titleId}>
      <div className="sheet-group-head">
        <h3 id={titleId}>{t.sourcesTitle(sources.length)}</h3>
        <p>{t.sourcesHelp}</p>
      </div>
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.id} className="source">
            <Source source={source} canMerge={canMerge} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ source, canMerge }: { readonly source: Action; readonly canMerge: boolean }) {
  const t = useWords(mergeWords);
  const client = useBoardClient();
  const { id, title, description, constraints } = source;
  const dots = useLastResult()?.result?.actions.find(({ actionId }) => actionId === id)?.dots ?? 0;
  const proposer = useBoard((board) => proposerOf(board, source));
  const origin = [proposer && t.proposedBy(proposer), dots > 0 && t.dots(dots)].filter(Boolean);
  const split = () => {
    if (client.run(unmergeAction, id).ok) say(t.splitDone(title));
  };
  return (
    <>
      <div className="source-head">
        <h4 className="source-title" translate="no">
          {title}
        </h4>
        {canMerge && (
          <Button size="small" aria-description={title} onClick={split}>
            {t.split}
          </Button>
        )}
      </div>
      {origin.length > 0 && (
        <p className="source-origin" translate="no">
          {origin.join(' · ')}
        </p>
      )}
      {description && (
        <p className="read-text" translate="no">
          {description}
        </p>
      )}
      {constraints.length > 0 && (
        <div>
          <p className="field-label">{t.constraints}</p>
          <ul className="source-constraints" translate="no">
            {constraints.map((constraint) => (
              <SourceConstraint key={constraint.id} {...constraint} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function SourceConstraint({ actorId, text = '' }: Action['constraints'][number]) {
  const t = useWords(mergeWords);
  const actor = useBoard(({ actors }) => actorId && actors.get(actorId)?.name);
  return <li>{actor ? t.constraintBy(actor, text) : text}</li>;
}
