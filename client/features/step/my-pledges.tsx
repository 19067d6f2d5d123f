/** « Votre direction s’engage : 3.1 ✓ 3.2 »: said aloud in the room, and ticked where one is. */
import { Check } from 'lucide-react';
import type { ActionId } from '../../../shared/ids.ts';
import { stepIn } from '../../../shared/session/lead/moment.ts';
import { isPledged, mayPledge } from '../../../shared/session/pledges/pledges.ts';
import { useBoard, useMe, useNumber, useSession } from '../../state/hooks.ts';
import { useRequest } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { say } from '../../ui/toast-queue.ts';

/** In the step where pilots speak, for whoever is of a direction that leads something. */
export function MyPledges() {
  const { step: t } = useWords();
  const directionId = useMe()?.directionId ?? null;
  const isNow = useSession(
    (session) => session !== null && stepIn(session) !== undefined && mayPledge(session),
  );
  const led = useBoard(({ numbers, actions }) =>
    isNow && directionId !== null
      ? [...numbers.keys()]
          .filter((id) => actions.get(id)?.leadDirectionId === directionId)
          .join(' ')
      : '',
  );
  if (led === '') return null;
  return (
    <p className="my-sheets">
      {t.yourPledges}{' '}
      {led.split(' ').map((id) => (
        <MyPledge key={id} id={id as ActionId} />
      ))}
    </p>
  );
}

function MyPledge({ id }: { readonly id: ActionId }) {
  const request = useRequest(say);
  const number = useNumber(id);
  const action = useBoard(({ actions }) => actions.get(id));
  const isOn = useSession((session) => action !== undefined && isPledged(action, session?.pledges));
  const { step: t } = useWords();
  return (
    <button
      type="button"
      translate="no"
      aria-pressed={isOn}
      title={`${t.pledge} : ${action?.title}`}
      onClick={() => void request({ type: 'pledge', actionId: id, on: !isOn })}
    >
      {isOn && <Check aria-hidden="true" />}
      {number} <span className="visually-hidden">{action?.title}</span>
    </button>
  );
}
