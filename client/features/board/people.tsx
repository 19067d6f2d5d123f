/** Who is here: a few faces in the header; all of them stand in a window that is fetched late. */
import { seatsIn } from '../../../shared/session/heads.ts';
import { usePeople } from '../../state/hooks.ts';
import { hueOfPerson } from '../../state/people.ts';
import { useWords } from '../../state/words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import './people.css';

const facesShown = 4;

export function People({ onOpen }: { readonly onOpen: () => void }) {
  const { board: t, common } = useWords();
  const people = usePeople();
  const here = people.filter((person) => person.clients.length > 0);
  if (here.length === 0) return null;
  const heads = seatsIn(here);
  const label = t.people(heads);
  const more = heads - Math.min(here.length, facesShown);
  return (
    <button type="button" className="people" title={label} onClick={onOpen}>
      <span className="visually-hidden">{label}</span>
      <span className="people-faces" aria-hidden="true">
        {here.slice(0, facesShown).map((person) => (
          <Avatar
            key={person.id}
            name={person.name || common.somebody}
            hue={hueOfPerson(person.id)}
          />
        ))}
        {more > 0 && <span className="people-more">+{more}</span>}
      </span>
    </button>
  );
}
