/** Who is done, by direction, and for how many people each writes. */
import { abbreviationOf } from '../../../shared/board/labels.ts';
import { hasAnEnd } from '../../../shared/session/lead/moment.ts';
import type { PersonView } from '../../../shared/session/present.ts';
import { VOTE_LIMITS } from '../../../shared/session/votes/votes.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useHeadCount } from '../../state/groups.ts';
import { useBoard, usePeople } from '../../state/hooks.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { isComposed } from '../../state/typed-keys.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';
import { doneByPlace, type PlaceCount, participantsHere } from './people-counts.ts';
import { Section } from './section.tsx';
import './lists.css';
import './people-section.css';

export function PeopleSection() {
  const { people: t } = useWords(cockpitWords);
  const here = participantsHere(usePeople());
  const heads = useHeadCount();
  // Of a group it is said for all, where the group is.
  const alone = here.filter(({ groupId }) => groupId === undefined);
  const step = useStep()?.step;
  return (
    <Section part="people" title={t.title} figure={heads > 0 && t.here(heads)}>
      {here.length === 0 && <p className="cockpit-note">{t.nobody}</p>}
      {here.length > 0 && step && hasAnEnd(step.rules) && (
        <ul className="cockpit-places" aria-label={t.done}>
          {doneByPlace(here).map((count) => (
            <Place key={count.placeId} {...count} />
          ))}
        </ul>
      )}
      {alone.length > 0 && <Seats people={alone} />}
    </Section>
  );
}

function Place({ placeId, done, present }: PlaceCount) {
  const { people: t } = useWords(cockpitWords);
  const direction = useBoard(({ directions }) =>
    [...directions.values()].find(({ id }) => id === placeId),
  );
  const actor = useBoard(({ actors }) => [...actors.values()].find(({ id }) => id === placeId));
  const name = direction?.name ?? actor?.name ?? t.noPlace;
  return (
    <li className="cockpit-place-count" data-done={done === present ? '' : undefined} title={name}>
      <span translate="no">{direction ? abbreviationOf(direction) : name}</span>
      <b>
        {done}/{present}
      </b>
    </li>
  );
}

/** For how many people each writes: more than one for the scribe of a table. */
function Seats({ people }: { readonly people: readonly PersonView[] }) {
  const { people: t } = useWords(cockpitWords);
  return (
    <details className="cockpit-fold">
      <summary>{t.seats}</summary>
      <p className="cockpit-note">{t.seatsHelp}</p>
      <ul className="cockpit-list">
        {people.map((person) => (
          <SeatsLine key={person.id} {...person} />
        ))}
      </ul>
    </details>
  );
}

function SeatsLine({ id, name, seats }: PersonView) {
  const { people: t } = useWords(cockpitWords);
  const request = useRequest(say);
  const label = t.seatsOf(name ?? '');
  const typed = useHeldText({ screen: 'cockpit', key: `seats.${id}`, field: label }, String(seats));
  const commit = () => {
    const wanted = Number(typed.text);
    const isNew = Number.isInteger(wanted) && wanted !== seats;
    if (!isNew || wanted < 1 || wanted > VOTE_LIMITS.seats) return typed.sent();
    void request({ type: 'seats-set', personId: id, seats: wanted }).then(typed.answered);
  };
  return (
    <li className="cockpit-line" translate="no">
      <span className="cockpit-line-words">{name}</span>
      <TextField
        label={label}
        hideLabel
        type="number"
        min={1}
        max={VOTE_LIMITS.seats}
        value={typed.text}
        onChange={({ target }) => typed.write(target.value)}
        onBlur={commit}
        onKeyDown={({ key, nativeEvent }) =>
          key === 'Enter' && !isComposed(nativeEvent) && commit()
        }
      />
    </li>
  );
}
