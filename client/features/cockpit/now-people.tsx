/** Whom the room waits for, by name and direction, and whose hand is up. */
import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import { abbreviationOf } from '../../../shared/board/labels.ts';
import { hueOfGroup } from '../../../shared/session/groups/group.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import { hasAnEnd } from '../../../shared/session/lead/moment.ts';
import type { PersonView } from '../../../shared/session/present.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useGroupName, useGroups } from '../../state/groups.ts';
import { useBoard, usePeople, useSession } from '../../state/hooks.ts';
import { useOpenRound, useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { GroupBadge } from '../../ui/group-badge.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActButton } from './act-button.tsx';
import { doneAmong, participantsHere, raisedHands } from './people-counts.ts';
import './lists.css';

/** So many are named one by one; more of them by direction. */
const mostNamed = 3;

export function NowMissing() {
  const { people: t, now } = useWords(cockpitWords);
  const step = useStep()?.step;
  const here = participantsHere(usePeople());
  const round = useOpenRound()?.progress;
  const placeOf = usePlaces();
  const isFrozen = useSession((session) => session?.frozen != null);
  if (!step || isFrozen || here.length === 0 || !hasAnEnd(step.rules)) return null;
  const missing = here.filter(({ done }) => !done);
  const finished = round ?? doneAmong(here);
  return (
    <div className="cockpit-missing">
      <p>{t.doneCount(finished.finished, finished.expected)}</p>
      {missing.length > 0 && missing.length < here.length && (
        <p className="cockpit-note" translate="no">
          {now.missing(
            missing.length > mostNamed
              ? byPlace(missing.map(placeOf))
              : missing.map((person) => `${person.name ?? ''} (${placeOf(person)})`),
          )}
        </p>
      )}
    </div>
  );
}

export function NowHands() {
  const { people: t } = useWords(cockpitWords);
  const people = usePeople();
  const groups = useGroups();
  const raised = raisedHands<PersonView | GroupView>([...people, ...groups]);
  if (raised.length === 0) return null;
  return (
    <div className="cockpit-hands">
      <ol className="cockpit-list" aria-label={t.hands}>
        {raised.map((one) =>
          'letter' in one ? (
            <GroupHand key={one.id} group={one} />
          ) : (
            <PersonHand key={one.id} person={one} />
          ),
        )}
      </ol>
      {raised.length > 1 && <ActButton act="hands" />}
    </div>
  );
}

function PersonHand({ person }: { readonly person: PersonView }) {
  const request = useRequest(say);
  const placeOf = usePlaces();
  const name = person.name ?? '';
  return (
    <RaisedHand
      icon={<Hand />}
      name={name}
      onLower={() => void request({ type: 'hands-lower', personId: person.id })}
    >
      {name} <span className="cockpit-note">{placeOf(person)}</span>
    </RaisedHand>
  );
}

function GroupHand({ group }: { readonly group: GroupView }) {
  const request = useRequest(say);
  const name = useGroupName()(group);
  return (
    <RaisedHand
      icon={
        <>
          <Hand />
          <GroupBadge letter={group.letter} hue={hueOfGroup(group)} size="small" />
        </>
      }
      name={name}
      onLower={() => void request({ type: 'group-hand', groupId: group.id, up: false })}
    >
      {name}
    </RaisedHand>
  );
}

interface RaisedHandProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly onLower: () => void;
  readonly children: ReactNode;
}

function RaisedHand({ icon, name, onLower, children }: RaisedHandProps) {
  const { people: t } = useWords(cockpitWords);
  return (
    <li className="cockpit-line">
      {icon}
      <span className="cockpit-line-words" translate="no">
        {children}
      </span>
      <Button size="small" variant="quiet" onClick={onLower}>
        <span aria-hidden="true">{t.lowerOne}</span>
        <span className="visually-hidden" translate="no">
          {t.lower(name)}
        </span>
      </Button>
    </li>
  );
}

/** A short name for where somebody comes from. */
function usePlaces(): (person: PersonView) => string {
  const { people: t } = useWords(cockpitWords);
  const directions = useBoard((board) => board.directions);
  const actors = useBoard((board) => board.actors);
  return ({ directionId, actorId }) => {
    const direction = directionId === null ? undefined : directions.get(directionId);
    if (direction) return abbreviationOf(direction);
    return (actorId === null ? undefined : actors.get(actorId)?.name) ?? t.noPlace;
  };
}

/** « DCE (2) », « CMA »: each place once, in order of appearance. */
function byPlace(places: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].map(([place, count]) => (count > 1 ? `${place} (${count})` : place));
}
