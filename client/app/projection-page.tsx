/**
 * What a projector opens: always as an observer, whoever else this device is in the workshop, so
 * that nothing hidden can ever reach the wall (SPEC PJ5).
 */
import type { BoardId } from '../../shared/ids.ts';
import { projectionWords } from '../../shared/text/fr/projection.ts';
import { Projector } from '../features/projector/projector.tsx';
import { BoardContext } from '../state/board-context.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoard, useConnection, useOpenedWorkshops } from '../state/hooks.ts';
import { workshopHere } from '../state/tab-person.ts';
import { useWords } from '../state/words.ts';
import { Closed, type Connect, Unreached, useClient, useIsEmpty } from './board-page.tsx';
import { useDocumentTitle } from './document-title.ts';
import { Door } from './door.tsx';
import { JoinPage } from './join-page.tsx';
import { MessagePage } from './message-page.tsx';
import { projectionPath } from './routes.ts';
import { Waiting } from './waiting.tsx';

export interface ProjectionPageProps {
  readonly boardId: BoardId;
  /** Of the observers' link. */
  readonly token: string | null;
  readonly connect: Connect;
}

export function ProjectionPage({ boardId, token, connect }: ProjectionPageProps) {
  const { app } = useWords();
  useOpenedWorkshops();
  if (token !== null)
    return <Door boardId={boardId} token={token} path={() => projectionPath(boardId)} />;
  const workshop = workshopHere(boardId, 'observer');
  if (!workshop)
    return <MessagePage title={app.projectionClosed}>{app.projectionClosedText}</MessagePage>;
  if (!workshop.joined) return <JoinPage workshop={workshop} />;
  return <OpenProjection workshop={workshop} joined={workshop.joined} connect={connect} />;
}

interface OpenProps {
  readonly workshop: OpenedWorkshop;
  readonly joined: NonNullable<OpenedWorkshop['joined']>;
  readonly connect: Connect;
}

function OpenProjection({ workshop, joined, connect }: OpenProps) {
  const client = useClient(workshop, joined, connect);
  if (!client) return <Waiting />;
  return (
    <BoardContext value={client}>
      <Shown workshop={workshop} />
    </BoardContext>
  );
}

function Shown({ workshop }: Pick<OpenProps, 'workshop'>) {
  const connection = useConnection();
  const isEmpty = useIsEmpty();
  if (isEmpty && connection.state === 'offline') return <Unreached why={connection.why} />;
  if (connection.state === 'closed')
    return <Closed reason={connection.reason} workshop={workshop} />;
  return <Projected />;
}

/** Named once it is shown: the pages that stand in its place have names of their own. */
function Projected() {
  const t = useWords(projectionWords);
  useDocumentTitle(t.title(useBoard(({ info }) => info.title ?? '')));
  return <Projector />;
}
