/** Who else is in a card right now: an outline in their colour, and their name over the corner. */
import { memo } from 'react';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { useOthersOn } from '../../state/hooks.ts';
import { hueOfPerson, usePersonLabel } from '../../state/people.ts';
import { useWords } from '../../state/words.ts';

export const CardVisitors = memo(function CardVisitors({ id }: { readonly id: ActionId }) {
  const others = useOthersOn(id);
  const [first] = others;
  if (!first) return null;
  const { personId, state } = first;
  return <Visitors personId={personId} isHolding={state.holding === id} count={others.length} />;
});

interface VisitorsProps {
  /** The first of them. */
  readonly personId: PersonId | null;
  readonly isHolding: boolean;
  readonly count: number;
}

/** The same while their carets move. */
const Visitors = memo(function Visitors({ personId, isHolding, count }: VisitorsProps) {
  const { board: t } = useWords();
  const name = usePersonLabel(personId);
  const doing = isHolding ? t.holding(name) : t.writing(name);
  return (
    <p className="card-visitors" data-hue={personId ? hueOfPerson(personId) : 8} translate="no">
      {count > 1 ? t.severalHere(count) : doing}
    </p>
  );
});
