/** For how many people each writes: more than one for the scribe of a table. */
import { useState } from 'react';
import type { PersonView } from '../../../shared/session/present.ts';
import { VOTE_LIMITS } from '../../../shared/session/votes/votes.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { TextField } from '../../ui/field.tsx';
import { say } from '../../ui/toast-queue.ts';
import './lists.css';

export function Seats({ people }: { readonly people: readonly PersonView[] }) {
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
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const wanted = Number(typed);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= VOTE_LIMITS.seats && wanted !== seats)
      void request({ type: 'seats-set', personId: id, seats: wanted });
    setTyped(null);
  };
  return (
    <li className="cockpit-line">
      <span className="cockpit-line-words">{name}</span>
      <TextField
        label={t.seatsOf(name ?? '')}
        hideLabel
        type="number"
        min={1}
        max={VOTE_LIMITS.seats}
        value={typed ?? String(seats)}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </li>
  );
}
