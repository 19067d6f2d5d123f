/** One action as a full sheet, to be read aloud and agreed upon. */
import { hueOf } from '../../../shared/board/labels.ts';
import type { Action } from '../../../shared/board/schema.ts';
import { dayText } from '../../../shared/export/document/typeset.ts';
import type { ActionId, ActorId, DirectionId } from '../../../shared/ids.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useAction, useBoard, useNumber, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './projector.css';
import './room-card.css';
import './action-page.css';

export function ActionPage({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  const number = useNumber(id);
  const index = useBoard(({ priorities }) =>
    priorities.findIndex((priority) => priority.id === action?.priorityId),
  );
  const facts = useFacts(action);
  if (!action) return null;
  return (
    <article className="projector-sheet" data-hue={index < 0 ? undefined : hueOf(index)}>
      <div translate="no">
        <p className="projector-sheet-number">{number}</p>
        <h2 className="projector-title projector-clamp">{action.title}</h2>
        <p className="projector-sheet-text">{action.description}</p>
      </div>
      <dl className="projector-facts">
        {facts.map(({ label, value }) => (
          <div key={label} className="projector-fact" data-none={value ? undefined : ''}>
            <dt>{label}</dt>
            <dd translate={value ? 'no' : undefined}>{value ?? <Unsaid />}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function Unsaid() {
  const t = useWords(projectionWords);
  return t.toSay;
}

interface Fact {
  readonly label: string;
  /** Undefined for what must still be said; a fact that may stay unsaid is left out instead. */
  readonly value: string | undefined;
}

function useFacts(action: Action | undefined): readonly Fact[] {
  const t = useWords(projectionWords);
  const { language } = usePreferences();
  const directions = useBoard((board) => board.directions);
  const actors = useBoard((board) => board.actors);
  if (!action) return [];
  const list = new Intl.ListFormat(language);
  const direction = (id: DirectionId) => directions.get(id)?.name ?? '';
  const actor = (id: ActorId) => actors.get(id)?.name ?? '';
  const deadline = action.deadline && dayText(action.deadline, language);
  const may = (label: string, value: string): readonly Fact[] => (value ? [{ label, value }] : []);
  return [
    {
      label: t.pilot,
      value: action.leadDirectionId === undefined ? undefined : direction(action.leadDirectionId),
    },
    ...may(t.supporting, list.format(action.supportingDirections.map(direction))),
    ...may(t.partners, list.format(action.partners.map(actor))),
    { label: t.deadline, value: deadline },
    {
      label: t.indicator,
      value: action.indicators.flatMap(({ label }) => label ?? []).join(' ; ') || undefined,
    },
    ...may(
      t.constraints,
      action.constraints
        .map(({ actorId, text = '' }) => (actorId ? `${actor(actorId)} : ${text}` : text))
        .join(' ; '),
    ),
  ];
}
