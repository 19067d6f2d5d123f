/** The page at the door: what this workshop is, and who is coming in, or who is back. */
import type { ReactNode } from 'react';
import type { BoardDoor } from '../../shared/protocol/http.ts';
import { openDoor } from '../entry/workshops.ts';
import { ObserverEntry } from '../features/join/observer-entry.tsx';
import { WorkshopCard } from '../features/join/workshop-card.tsx';
import { mustSayWho } from '../state/asked-who.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { useWords } from '../state/words.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { DoorWaitsPage } from './message-page.tsx';
import { openKept } from './open-kept.tsx';
import { Page } from './page.tsx';
import { PARTS } from './parts.ts';
import { DoorFailed } from './unreached-page.tsx';
import { doorJustSeen, useDoor } from './use-door.ts';
import { Waiting } from './waiting.tsx';

export function JoinPage({ workshop }: { readonly workshop: OpenedWorkshop }) {
  const { boardId, token } = workshop;
  const { door, problem, waits, retry } = useDoor(openDoor, boardId, token, doorJustSeen(token));
  if (waits !== null) return <DoorWaitsPage seconds={waits} />;
  if (problem) return <DoorFailed problem={problem} onRetry={retry} other={openKept(workshop)} />;
  if (!door) return <Waiting />;
  const page = (said: ReactNode) => <DoorPage door={door}>{said}</DoorPage>;
  if (mustSayWho(boardId))
    return page(
      <LazyPart
        key="who"
        load={PARTS.whoQuestion}
        onClose={retry}
        workshop={workshop}
        door={door}
      />,
    );
  if (door.role === 'observer')
    return <ObserverEntry workshop={workshop} waiting={<Waiting />} door={page} />;
  return page(
    <LazyPart key="form" load={PARTS.joinForm} onClose={retry} workshop={workshop} door={door} />,
  );
}

interface DoorPageProps {
  readonly door: BoardDoor;
  readonly children: ReactNode;
}

function DoorPage({ door, children }: DoorPageProps) {
  const { app, board } = useWords();
  const title = door.title || board.untitled;
  return (
    <Page
      translate="no"
      title={title}
      tab={app.doorTab(title)}
      lead={<WorkshopCard door={door} />}
      width="narrow"
    >
      {children}
      <p>
        <a href="/reseau">{app.tryNetwork}</a>
      </p>
    </Page>
  );
}
