/** All that somebody proposed is set aside in one act, or put back: it can be undone, so nothing asks first. */
import type { PersonView } from '../../../shared/session/present.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { useBoardClient, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';

export interface PersonWorkProps {
  readonly person: Pick<PersonView, 'id'>;
  readonly name: string;
  /** What came of it, in words. */
  readonly onSaid: (sentence: string) => void;
}

export function PersonWork({ person, name, onSaid }: PersonWorkProps) {
  const { step } = useWords();
  const t = useWords(accessWords);
  const client = useBoardClient();
  const isAside = useSession((session) => session?.aside?.includes(person.id) ?? false);
  const press = async () => {
    const answer = await client.request({
      type: 'work-aside',
      personId: person.id,
      on: !isAside,
    });
    if (answer.ok) onSaid(isAside ? t.workBack(name) : t.workAside(name));
    else onSaid(answer.error === 'nothing' ? t.noWork(name) : step.refused[answer.error]);
  };
  return (
    <Button size="small" onClick={() => void press()}>
      {isAside ? t.putBackWork : t.setWorkAside}
    </Button>
  );
}
