/** Who else is in a card right now: an outline in their colour, and their name over the corner. */
import type { ActionId } from '../../../shared/ids.ts';
import { type PersonPresence, useOthersOn } from '../../state/hooks.ts';
import { hueOfPerson, usePersonLabel } from '../../state/people.ts';
import { useWords } from '../../state/words.ts';

export function CardVisitors({ id }: { readonly id: ActionId }) {
  const others = useOthersOn(id);
  const [first] = others;
  return first ? <Visitors id={id} first={first} count={others.length} /> : null;
}

interface VisitorsProps {
  readonly id: ActionId;
  readonly first: PersonPresence;
  readonly count: number;
}

function Visitors({ id, first, count }: VisitorsProps) {
  const { board: t } = useWords();
  const name = usePersonLabel(first.personId);
  const doing = first.state.holding === id ? t.holding(name) : t.writing(name);
  return (
    <p
      className="card-visitors"
      data-hue={first.personId ? hueOfPerson(first.personId) : 8}
      translate="no"
    >
      {count > 1 ? t.severalHere(count) : doing}
    </p>
  );
}
