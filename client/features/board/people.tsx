/** Who is here: a few faces in the header, everybody on request. */
import { useState } from 'react';
import { usePeople } from '../../state/hooks.ts';
import { hueOfPerson } from '../../state/people.ts';
import { useWords } from '../../state/words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { PeopleWindow } from './people-window.tsx';

const facesShown = 4;

export function People() {
  const { board: t, common } = useWords();
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
      {open && <PeopleWindow onClose={() => setOpen(false)} />}
    </>
  );
}
