/** Whose turn it is on a device that knows somebody: asked before anything goes out in a name. */
import type { BoardDoor, Joined } from '../../../shared/protocol/http.ts';
import { whoWords } from '../../../shared/text/fr/who.ts';
import { beSomebodyElse, continueAs } from '../../entry/who.ts';
import { type OpenedWorkshop, peopleOf } from '../../state/device.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import './join.css';

export interface WhoQuestionProps {
  readonly workshop: OpenedWorkshop;
  readonly door: BoardDoor;
}

export function WhoQuestion({ workshop, door }: WhoQuestionProps) {
  const t = useWords(whoWords);
  return (
    <section className="who" aria-labelledby="who-title">
      <h2 id="who-title">{t.title}</h2>
      <p>{t.text}</p>
      <div className="who-answers">
        {peopleOf(workshop).map((person, index) => (
          <Button
            key={person.personId}
            translate="no"
            variant={index === 0 ? 'primary' : 'outline'}
            onClick={() => continueAs(workshop, person)}
          >
            {t.continueAs(person.name, placeOf(person, door))}
          </Button>
        ))}
        <Button onClick={() => beSomebodyElse(workshop)}>{t.somebodyElse}</Button>
      </div>
      <p className="join-privacy">{t.help}</p>
    </section>
  );
}

/** Their direction or organism; empty for none, or one that is no more. */
function placeOf({ directionId, actorId }: Joined, { directions, actors }: BoardDoor): string {
  const places: readonly { readonly id: string; readonly name: string }[] = [
    ...directions,
    ...actors,
  ];
  return places.find(({ id }) => id === (directionId ?? actorId))?.name ?? '';
}
