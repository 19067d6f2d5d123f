/** A card for the back of the room: number, title, who leads it, gommettes once they are told. */
import type { ActionId } from '../../../shared/ids.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { votesWords } from '../../../shared/text/fr/votes.ts';
import { useAction, useBoard, useNumber } from '../../state/hooks.ts';
import { useRanking } from '../../state/use-ranking.ts';
import { useWords } from '../../state/words.ts';
import { Dots } from '../../ui/dots.tsx';

export function RoomCard({ id }: { readonly id: ActionId }) {
  const t = useWords(projectionWords);
  const votes = useWords(votesWords);
  const action = useAction(id);
  const number = useNumber(id);
  const pilot = useBoard(({ directions }) =>
    action?.leadDirectionId === undefined
      ? undefined
      : directions.get(action.leadDirectionId)?.name,
  );
  const row = useRanking()?.rows.find(({ actionId }) => actionId === id);
  if (!action) return null;
  return (
    <li className="projector-card">
      <p className="projector-card-top">
        <span className="projector-card-number">{number}</span>
        {row && <Dots count={row.total} label={votes.dots(row.total)} />}
        <span className="projector-chip" data-none={pilot ? undefined : ''}>
          {pilot ?? t.noPilot}
        </span>
      </p>
      <h3 className="projector-card-title">{action.title}</h3>
    </li>
  );
}
