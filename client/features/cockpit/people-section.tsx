/** Hands up, who is done, and for how many people each writes. */
import { Hand } from 'lucide-react';
import { abbreviationOf } from '../../../shared/board/labels.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useBoard, usePeople } from '../../state/hooks.ts';
import { useRequest, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { say } from '../../ui/toast-queue.ts';
import { ActButton } from './act-button.tsx';
import { doneByPlace, type PlaceCount, participantsHere, raisedHands } from './people-counts.ts';
import { Seats } from './seats.tsx';
import { Section } from './section.tsx';
import './lists.css';
import './people-section.css';

export function PeopleSection() {
  const { people: t } = useWords(cockpitWords);
  const here = participantsHere(usePeople());
  const done = here.filter((person) => person.done).length;
  const isInStep = useStep() !== null;
  return (
    <Section title={t.title}>
      <Hands />
      {here.length === 0 && <p className="cockpit-note">{t.nobody}</p>}
      {here.length > 0 && isInStep && (
        <>
          <p>{t.doneCount(done, here.length)}</p>
          <ul className="cockpit-places" aria-label={t.done}>
            {doneByPlace(here).map((count) => (
              <Place key={count.placeId} {...count} />
            ))}
          </ul>
        </>
      )}
      {here.length > 0 && <Seats people={here} />}
    </Section>
  );
}

function Hands() {
  const { people: t } = useWords(cockpitWords);
  const raised = raisedHands(usePeople());
  const request = useRequest(say);
  if (raised.length === 0) return <p className="cockpit-note">{t.noHands}</p>;
  return (
    <>
      <ol className="cockpit-list" aria-label={t.hands}>
        {raised.map(({ id, name }) => (
          <li key={id} className="cockpit-line">
            <Hand />
            <span className="cockpit-line-words">{name}</span>
            <Button
              size="small"
              variant="quiet"
              onClick={() => void request({ type: 'hands-lower', personId: id })}
            >
              <span aria-hidden="true">{t.lowerOne}</span>
              <span className="visually-hidden">{t.lower(name ?? '')}</span>
            </Button>
          </li>
        ))}
      </ol>
      {raised.length > 1 && <ActButton act="hands" />}
    </>
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
      <span>{direction ? abbreviationOf(direction) : name}</span>
      <b>
        {done}/{present}
      </b>
    </li>
  );
}
