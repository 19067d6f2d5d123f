/**
 * The way into a workshop: the link's door, then who one is, then the board. What is known is read
 * from this device; a link's secret is remembered there and leaves the address (SPEC AP2).
 */
import { useEffect, useState } from 'react';
import type { ActionId, BoardId } from '../../shared/ids.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { findWorkshop, tabRole } from '../state/device.ts';
import { useOpenedWorkshops } from '../state/hooks.ts';
import { followLink, type Problem } from '../state/workshops.ts';
import { BoardPage, type Connect } from './board-page.tsx';
import { JoinPage } from './join-page.tsx';
import { DoorClosedPage, NoLinkPage } from './message-page.tsx';
import { correctTo, placeIn } from './routes.ts';
import { Waiting } from './waiting.tsx';

export interface WorkshopPageProps {
  readonly boardId: BoardId;
  readonly token: string | null;
  readonly actionId: ActionId | null;
  readonly synthesis: SynthesisView | null;
  readonly connect: Connect;
}

export function WorkshopPage({ boardId, token, actionId, synthesis, connect }: WorkshopPageProps) {
  useOpenedWorkshops(); // what is remembered changes when somebody joins, leaves or is forgotten
  if (token !== null) return <Door boardId={boardId} token={token} actionId={actionId} />;
  const workshop = findWorkshop(boardId, tabRole(boardId)) ?? findWorkshop(boardId);
  if (!workshop) return <NoLinkPage />;
  if (!workshop.joined) return <JoinPage workshop={workshop} />;
  return <BoardPage {...{ workshop, actionId, synthesis, connect }} joined={workshop.joined} />;
}

type DoorProps = Pick<WorkshopPageProps, 'boardId' | 'actionId'> & { readonly token: string };

function Door({ boardId, token, actionId }: DoorProps) {
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let left = false;
    setProblem(undefined);
    void followLink(boardId, token).then((door) => {
      if (left) return;
      if (!door.ok) setProblem(door.error);
      // Until the server has answered the secret stays where a reload finds it.
      else correctTo(placeIn(boardId));
    });
    return () => {
      left = true;
    };
  }, [boardId, token, actionId, attempt]);

  if (!problem) return <Waiting />;
  return <DoorClosedPage problem={problem} onRetry={() => setAttempt((last) => last + 1)} />;
}
