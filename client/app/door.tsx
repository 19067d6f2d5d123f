/** A link has just been followed: its role is learned, then its secret leaves the address (SPEC AP2). */
import { useEffect } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import { followLink } from '../entry/workshops.ts';
import { knownBy } from '../state/device.ts';
import { useLatest } from '../state/use-latest.ts';
import { isWhole } from './mended-address.ts';
import { CutLinkPage, DoorWaitsPage } from './message-page.tsx';
import { openKept } from './open-kept.tsx';
import { correctTo } from './routes.ts';
import { DoorFailed } from './unreached-page.tsx';
import { useDoor } from './use-door.ts';
import { Waiting } from './waiting.tsx';

export interface DoorProps {
  readonly boardId: BoardId;
  readonly token: string;
  /** Where the page goes on, without the secret. */
  readonly path: () => string;
}

/** A secret that lost its end opens nothing: the server is not asked, and the page says what is missing. */
export function Door(door: DoorProps) {
  return isWhole(door.token) ? <WholeDoor {...door} /> : <CutLinkPage />;
}

function WholeDoor({ boardId, token, path }: DoorProps) {
  const { door, problem, waits, retry } = useDoor(followLink, boardId, token);
  const goOn = useLatest(() => correctTo(path()));
  // Until the server has answered the secret stays where a reload finds it.
  useEffect(() => {
    if (door) goOn.current();
  }, [door, goOn]);
  if (waits !== null) return <DoorWaitsPage seconds={waits} />;
  if (!problem) return <Waiting />;
  const kept = openKept(knownBy(boardId, token), () => goOn.current());
  return <DoorFailed problem={problem} onRetry={retry} other={kept} />;
}
