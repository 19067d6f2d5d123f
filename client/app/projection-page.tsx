/**
 * What a projector opens: always as an observer, whoever else this device is in the workshop, so
 * that nothing hidden can ever reach the wall (SPEC PJ5).
 */
import { useEffect, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import { BoardContext } from '../state/board-context.ts';
import { findWorkshop, type OpenedWorkshop } from '../state/device.ts';
import { useConnection, useOpenedWorkshops, useTexts } from '../state/hooks.ts';
import { followLink, type Problem } from '../state/workshops.ts';
import { type Connect, useClient } from './board-page.tsx';
import { ClosedPage } from './closed-page.tsx';
import { JoinPage } from './join-page.tsx';
import { Late } from './late.tsx';
import { DoorClosedPage, MessagePage } from './message-page.tsx';
import { correctTo, projectionPath } from './routes.ts';
import { Waiting } from './waiting.tsx';

export interface ProjectionPageProps {
  readonly boardId: BoardId;
  /** Of the observers' link. */
  readonly token: string | null;
  readonly connect: Connect;
}

export function ProjectionPage({ boardId, token, connect }: ProjectionPageProps) {
  const { projection: t } = useTexts();
  useOpenedWorkshops();
  if (token !== null) return <Door boardId={boardId} token={token} />;
  const workshop = findWorkshop(boardId, 'observer');
  if (!workshop) return <MessagePage title={t.noAccessTitle}>{t.noAccessText}</MessagePage>;
  if (!workshop.joined) return <JoinPage workshop={workshop} />;
  return <OpenProjection workshop={workshop} joined={workshop.joined} connect={connect} />;
}

function Door({ boardId, token }: { readonly boardId: BoardId; readonly token: string }) {
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let left = false;
    setProblem(undefined);
    void followLink(boardId, token).then((door) => {
      if (left) return;
      if (door.ok) correctTo(projectionPath(boardId));
      else setProblem(door.error);
    });
    return () => {
      left = true;
    };
  }, [boardId, token, attempt]);
  if (!problem) return <Waiting />;
  return <DoorClosedPage problem={problem} onRetry={() => setAttempt((last) => last + 1)} />;
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
  if (connection.state === 'closed')
    return <ClosedPage reason={connection.reason} workshop={workshop} />;
  return (
    <Late load={loadProjector} waiting={<Waiting />} onClose={() => location.reload()}>
      {(Projector) => <Projector />}
    </Late>
  );
}

const loadProjector = () =>
  import('../features/projector/projector.tsx').then((file) => file.Projector);
