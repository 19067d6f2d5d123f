/** The screen of the room, apart from what participants are shown: chosen, turned, held. */
import { ChevronLeft, ChevronRight, Lock, LockOpen } from 'lucide-react';
import { abbreviationOf } from '../../../shared/board/labels.ts';
import type { ActionId, DirectionId, PriorityId } from '../../../shared/ids.ts';
import { FOCUS_VIEWS } from '../../../shared/session/attention/focus.ts';
import { isPledged } from '../../../shared/session/pledges/pledges.ts';
import type { ProjectionView } from '../../../shared/session/projection/projection.ts';
import { byDirection } from '../../../shared/synthesis/by-direction.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useBoard, useNumber, usePriorities, useSession } from '../../state/hooks.ts';
import { useProjected } from '../../state/projected.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActButton } from './act-button.tsx';
import { Section } from './section.tsx';
import { useProject } from './use-projection.ts';

export function ProjectionSection() {
  const { projection: t } = useWords(cockpitWords);
  const shown = useProjected();
  const held = useSession((session) => session?.projection?.held ?? false);
  return (
    <Section
      part="projection"
      title={t.title}
      figure={shown && shown.pages > 1 && t.page(shown.page + 1, shown.pages)}
    >
      <Choice />
      {shown ? (
        <div className="cockpit-row">
          <ActButton act="pagePrevious" words="" icon={<ChevronLeft />} />
          <ActButton act="pageNext" words="" icon={<ChevronRight />} />
          <ActButton
            act="hold"
            words={held ? t.releaseShort : t.holdShort}
            icon={held ? <LockOpen /> : <Lock />}
          />
        </div>
      ) : (
        <p className="cockpit-note">{t.none}</p>
      )}
      {shown?.pilotId && <Pledges of={shown.pilotId} />}
    </Section>
  );
}

function Choice() {
  const { projection: t, focus } = useWords(cockpitWords);
  const { step: words } = useWords();
  const view = useSession((session) => session?.projection?.view ?? null);
  const priorities = usePriorities();
  const pilots = usePilots();
  const project = useProject();
  return (
    <SelectField
      label={t.choose}
      hideLabel
      translate="no"
      value={optionOf(view)}
      onChange={({ target }) => project({ view: viewOf(target.value), page: null })}
    >
      <option value="">{t.follow}</option>
      <option value="entry:">{t.entry}</option>
      {view?.kind === 'action' && <option value={optionOf(view)}>{focus.action}</option>}
      {pilots.length > 0 && (
        <optgroup label={t.pilots}>
          {pilots.map(({ id, name }) => (
            <option key={id} value={`pilot:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={focus.views}>
        {FOCUS_VIEWS.map((each) => (
          <option key={each} value={`view:${each}`}>
            {words.views[each]}
          </option>
        ))}
      </optgroup>
      <optgroup label={focus.priorities}>
        {priorities.map(({ id, title }, index) => (
          <option key={id} value={`priority:${id}`}>
            {index + 1}. {title}
          </option>
        ))}
      </optgroup>
    </SelectField>
  );
}

/** Directions that lead something; the board keeps its identity until something changes. */
function usePilots() {
  const board = useBoard((now) => now);
  return byDirection(board).flatMap(({ direction, leads }) =>
    direction && leads.length > 0
      ? [{ id: direction.id, name: direction.name ?? abbreviationOf(direction) }]
      : [],
  );
}

/** Of the direction that speaks: ticked here for whoever says yes aloud, and has no device. */
function Pledges({ of }: { readonly of: DirectionId }) {
  const { projection: t } = useWords(cockpitWords);
  const board = useBoard((now) => now);
  const actions = byDirection(board).find(({ direction }) => direction?.id === of)?.leads ?? [];
  return (
    <fieldset className="cockpit-pledges">
      <legend>{t.pledges}</legend>
      {actions.map(({ id }) => (
        <Pledge key={id} id={id} />
      ))}
    </fieldset>
  );
}

function Pledge({ id }: { readonly id: ActionId }) {
  const request = useRequest(say);
  const number = useNumber(id);
  const action = useBoard(({ actions }) => actions.get(id));
  const isOn = useSession((session) => action !== undefined && isPledged(action, session?.pledges));
  return (
    <CheckField
      label={`${number} ${action?.title}`}
      translate="no"
      checked={isOn}
      onChange={(on) => void request({ type: 'pledge', actionId: id, on })}
    />
  );
}

const optionOf = (view: ProjectionView | null): string => {
  if (view === null) return '';
  if (view.kind === 'view') return `view:${view.view}`;
  return `${view.kind}:${'id' in view ? view.id : ''}`;
};

function viewOf(value: string): ProjectionView | null {
  const [, kind, id = ''] = /^(\w+):(.*)$/.exec(value) ?? [];
  switch (kind) {
    case 'entry':
      return { kind };
    case 'pilot':
      return { kind, id: id as DirectionId };
    case 'priority':
      return { kind, id: id as PriorityId };
    default: {
      const view = FOCUS_VIEWS.find((known) => known === id);
      return view ? { kind: 'view', view } : null;
    }
  }
}
