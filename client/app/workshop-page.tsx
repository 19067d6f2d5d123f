/**
 * The way into a workshop: the link's door, then who one is, then the board. What is known is read
 * from this device; a link's secret is remembered there and leaves the address (SPEC AP2).
 */
import type { ActionId, BoardId } from '../../shared/ids.ts';
import type { SynthesisView } from '../../shared/synthesis/views.ts';
import { mustSayWho } from '../state/asked-who.ts';
import { tabRole } from '../state/device.ts';
import { useOpenedWorkshops } from '../state/hooks.ts';
import { workshopHere } from '../state/tab-person.ts';
import { BoardPage, type Connect } from './board-page.tsx';
import { Door } from './door.tsx';
import { JoinPage } from './join-page.tsx';
import { NoLinkPage } from './message-page.tsx';
import { placeIn } from './routes.ts';

export interface WorkshopPageProps {
  readonly boardId: BoardId;
  readonly token: string | null;
  readonly actionId: ActionId | null;
  readonly synthesis: SynthesisView | null;
  readonly connect: Connect;
}

export function WorkshopPage({ boardId, token, actionId, synthesis, connect }: WorkshopPageProps) {
  useOpenedWorkshops(); // what is remembered changes when somebody joins, leaves or is forgotten
  if (token !== null) return <Door boardId={boardId} token={token} path={() => placeIn(boardId)} />;
  // Forgotten in its role, a tab takes no other one by itself: that would be another person.
  const workshop = workshopHere(boardId, tabRole(boardId));
  if (!workshop) return <NoLinkPage />;
  if (!workshop.joined || mustSayWho(boardId)) return <JoinPage workshop={workshop} />;
  return (
    <BoardPage
      workshop={workshop}
      actionId={actionId}
      synthesis={synthesis}
      connect={connect}
      joined={workshop.joined}
    />
  );
}
