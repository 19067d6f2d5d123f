/** Everybody with their direction, those present first; facilitators manage each from their line. */
import { useRef, useState } from 'react';
import type { Board } from '../../../shared/board/board.ts';
import type { PersonView } from '../../../shared/session/present.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { useBoard, usePeople } from '../../state/hooks.ts';
import { originOf } from '../../state/people.ts';
import { useWords } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PersonLine } from './person-line.tsx';
import './people.css';

export function PeopleWindow({ onClose }: { readonly onClose: () => void }) {
  const { board: t } = useWords();
  const people = usePeople();
  // The page's own messages are behind an open window.
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const byPresence = [...people].sort((a, b) => presence(b) - presence(a));
  return (
    <Dialog title={t.peopleTitle} onClose={onClose}>
      <Counts people={people.filter((person) => presence(person) > 0)} />
      <p className="people-said" role="status" translate="no">
        {said}
      </p>
      <ul className="people-list" ref={list} tabIndex={-1}>
        {byPresence.map((person) => (
          // The line goes with the person, and the focus would go with it.
          <PersonLine
            key={person.id}
            person={person}
            onSaid={setSaid}
            onGone={() => list.current?.focus()}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function Counts({ people }: { readonly people: readonly PersonView[] }) {
  const { common } = useWords();
  const access = useWords(accessWords);
  const board = useBoard((now) => now);
  return (
    <ul className="people-counts" aria-label={access.counts} translate="no">
      {[...countByOrigin(board, people, common)].map(([origin, count]) => (
        <li key={origin}>{access.count(origin, count)}</li>
      ))}
    </ul>
  );
}

/** By direction or actor; those of neither by what they are here for. Largest first. */
export function countByOrigin(
  board: Pick<Board, 'directions' | 'actors'>,
  people: readonly PersonView[],
  roles: Readonly<Record<PersonView['role'], string>>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const origin = originOf(board, person) ?? roles[person.role];
    counts.set(origin, (counts.get(origin) ?? 0) + person.seats);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

const presence = ({ clients }: PersonView): number => Math.min(clients.length, 1);
