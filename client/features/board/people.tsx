/** Who is here: a few faces in the header, everybody with their direction on request. */
import { useState } from 'react';
import { useBoard, usePeople, useSession, useTexts } from '../../state/hooks.ts';
import { hueOfPerson, originOf } from '../../state/people.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const facesShown = 4;

export function People() {
  const { board: t, common } = useTexts();
  const people = usePeople();
  const [open, setOpen] = useState(false);
  const here = people.filter((person) => person.clients.length > 0);
  if (here.length === 0) return null;
  const label = t.people(here.length);
  return (
    <>
      <button type="button" className="people" title={label} onClick={() => setOpen(true)}>
        <span className="visually-hidden">{label}</span>
        <span className="people-faces" aria-hidden="true">
          {here.slice(0, facesShown).map((person) => (
            <Avatar
              key={person.id}
              name={person.name ?? common.somebody}
              hue={hueOfPerson(person.id)}
            />
          ))}
          {here.length > facesShown && (
            <span className="people-more">+{here.length - facesShown}</span>
          )}
        </span>
      </button>
      {open && (
        <Dialog title={t.peopleTitle} closeLabel={common.close} onClose={() => setOpen(false)}>
          <PeopleList />
        </Dialog>
      )}
    </>
  );
}

function PeopleList() {
  const { board: t, common } = useTexts();
  const people = usePeople();
  const me = useSession((session) => session?.me);
  const board = useBoard((now) => now);
  const byPresence = [...people].sort((a, b) => presence(b.clients) - presence(a.clients));
  return (
    <ul className="people-list">
      {byPresence.map((person) => (
        <li
          key={person.id}
          className="people-line"
          data-away={person.clients.length === 0 ? '' : undefined}
        >
          <Avatar name={person.name ?? common.somebody} hue={hueOfPerson(person.id)} size="small" />
          <span>
            <strong>{person.name ?? common.somebody}</strong>
            {person.id === me && ` (${t.you})`}
            {person.clients.length === 0 && ` — ${t.away}`}
            <span className="people-origin">{originOf(board, person) ?? common[person.role]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const presence = (clients: readonly number[]): number => Math.min(clients.length, 1);
