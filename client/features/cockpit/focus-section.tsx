/** What is put before everybody's eyes, how many look there, the call to come and look, and the pause of all. */
import { Megaphone, Pause, Play, Presentation } from 'lucide-react';
import type { PriorityId } from '../../../shared/ids.ts';
import { FOCUS_VIEWS, type Focus } from '../../../shared/session/attention/focus.ts';
import { seatsIn } from '../../../shared/session/heads.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { usePeople, usePriorities, useSession } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { SelectField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActButton } from './act-button.tsx';
import { useCockpit } from './acts.ts';
import { participantsHere } from './people-counts.ts';
import { Section } from './section.tsx';

export function FocusSection() {
  const { focus: t } = useWords(cockpitWords);
  const { step: words } = useWords();
  const focus = useSession((session) => session?.focus ?? null);
  const frozen = useSession((session) => session?.frozen ?? null);
  const { next } = useCockpit();
  const priorities = usePriorities();
  const here = participantsHere(usePeople());
  const request = useRequest(say);
  const following = seatsIn(here.filter(({ follows }) => follows));
  return (
    <Section part="look" title={t.title} figure={focus && t.shown}>
      <SelectField
        label={t.show}
        translate="no"
        hideLabel
        value={optionOf(focus)}
        onChange={({ target }) => void request({ type: 'focus', target: focusOf(target.value) })}
      >
        <option value="">{t.nothing}</option>
        {focus?.kind === 'action' && <option value="action">{t.action}</option>}
        <optgroup label={t.views}>
          {FOCUS_VIEWS.map((view) => (
            <option key={view} value={`view:${view}`}>
              {words.views[view]}
            </option>
          ))}
        </optgroup>
        <optgroup label={t.priorities}>
          {priorities.map(({ id, title }, index) => (
            <option key={id} value={`priority:${id}`}>
              {index + 1}. {title}
            </option>
          ))}
        </optgroup>
      </SelectField>
      {focus && <p className="cockpit-note">{t.followers(following, seatsIn(here))}</p>}
      <ActButton act="focus" icon={<Presentation />} />
      <ActButton act="summon" icon={<Megaphone />} />
      {/* Where going on is what comes now, it stands above, once. */}
      {next.act !== 'unfreeze' && <ActButton act="freeze" icon={frozen ? <Play /> : <Pause />} />}
    </Section>
  );
}

const optionOf = (focus: Focus | null): string => {
  switch (focus?.kind) {
    case 'view':
      return `view:${focus.view}`;
    case 'priority':
      return `priority:${focus.id}`;
    case 'action':
      return 'action';
    default:
      return '';
  }
};

/** The sheet in focus is chosen by opening it, never from this list. */
function focusOf(value: string): Focus | null {
  const priority = /^priority:(.+)$/.exec(value)?.[1];
  if (priority !== undefined) return { kind: 'priority', id: priority as PriorityId };
  const view = FOCUS_VIEWS.find((known) => `view:${known}` === value);
  return view ? { kind: 'view', view } : null;
}
