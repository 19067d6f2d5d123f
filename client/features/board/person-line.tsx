/** One person of the workshop; what facilitators may do about them unfolds below. */
import { useState } from 'react';
import type { PersonView } from '../../../shared/session/present.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { useBoard, useLedWorkshop, useSession } from '../../state/hooks.ts';
import { hueOfPerson, originOf } from '../../state/people.ts';
import { useWords } from '../../state/words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { PersonTools } from './person-tools.tsx';

export interface PersonLineProps {
  readonly person: PersonView;
  /** What was done about them, in words. */
  readonly onSaid: (sentence: string) => void;
  /** Just before they leave the list. */
  readonly onGone: () => void;
}

export function PersonLine({ person, onSaid, onGone }: PersonLineProps) {
  const { board: t, common } = useWords();
  const access = useWords(accessWords);
  const workshop = useLedWorkshop();
  const isMe = useSession((session) => session?.me === person.id);
  const origin = useBoard((board) => originOf(board, person));
  const [open, setOpen] = useState(false);
  const name = person.name || common.somebody;
  const isAway = person.clients.length === 0;
  return (
    <li className="people-line" data-away={isAway ? '' : undefined}>
      <Avatar name={name} hue={hueOfPerson(person.id)} size="small" />
      <span>
        <strong>{name}</strong>
        {isMe && ` (${t.you})`}
        {isAway && ` — ${t.away}`}
        <span className="people-origin">
          {origin ?? common[person.role]}
          {origin && person.role === 'facilitator' && ` · ${common.facilitator}`}
        </span>
      </span>
      {workshop && (
        <Button
          variant="quiet"
          size="small"
          aria-expanded={open}
          aria-description={access.manageNamed(name)}
          onClick={() => setOpen(!open)}
        >
          {access.manage}
        </Button>
      )}
      {workshop && open && (
        <PersonTools
          workshop={workshop}
          person={person}
          isMe={isMe}
          onSaid={onSaid}
          onGone={onGone}
        />
      )}
    </li>
  );
}
