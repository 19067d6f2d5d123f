/** Who is here, and the window of them all. */
import { useState } from 'react';
import { People } from '../features/board/people.tsx';
import { LazyPart } from './lazy-part.tsx';
import { PARTS } from './parts.ts';

export function BoardPeople() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <People onOpen={() => setOpen(true)} />
      {isOpen && (
        <LazyPart load={PARTS.people} onClose={close}>
          {(PeopleWindow) => <PeopleWindow onClose={close} />}
        </LazyPart>
      )}
    </>
  );
}
