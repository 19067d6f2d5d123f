/** The server ended it and coming back would not help: why, a way on, and what was not sent. */
import { useCallback, useEffect } from 'react';
import { CLOSE, type CloseReason, type Reaction } from '../../shared/protocol/close.ts';
import { closedWords } from '../../shared/text/fr/closed.ts';
import { comeBack } from '../entry/come-back.ts';
import { forgetPerson, noteEnd } from '../entry/workshops.ts';
import { KeptBand } from '../features/kept/kept-band.tsx';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoardClient } from '../state/hooks.ts';
import { keepOwn } from '../state/keep-own.ts';
import { ownerIn } from '../state/kept-ideas.ts';
import { useLatest } from '../state/use-latest.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { CodeField, MessagePage } from './message-page.tsx';
import { useDoor } from './use-door.ts';
import { Waiting } from './waiting.tsx';

export interface ClosedPageProps {
  readonly reason: CloseReason;
  readonly workshop: OpenedWorkshop;
}

export function ClosedPage(closed: ClosedPageProps) {
  const { reason, workshop } = closed;
  const isVisitor = workshop.role === 'observer' && workshop.joined?.name === '';
  return reason === 'unauthenticated' && isVisitor ? (
    <ComingBack {...closed} />
  ) : (
    <EndedPage {...closed} />
  );
}

/** The board takes the place of this as soon as another person of this device is noted. */
function ComingBack(closed: ClosedPageProps) {
  const { workshop } = closed;
  const client = useBoardClient();
  const latest = useLatest(workshop);
  const ask = useCallback(
    () => comeBack(latest.current, () => void client.forget('left')),
    [client, latest],
  );
  const { problem } = useDoor(ask, workshop.boardId, workshop.token);
  // Out of reach it is asked again; what is refused is a person's to go on with.
  return problem && problem.status > 0 ? <EndedPage {...closed} /> : <Waiting />;
}

function EndedPage({ reason, workshop }: ClosedPageProps) {
  const { app, common } = useWords();
  const t = useWords(closedWords);
  const client = useBoardClient();
  const owner = ownerIn(workshop);
  /** The next one to enter is somebody else, who finds here what this one could not send. */
  const enterAgain = () => {
    if (owner) void keepOwn(client, owner, 'access-ended');
    void client.forget('access-ended');
    forgetPerson(workshop);
  };

  const isOver = CLOSE[reason].react === 'join-again';
  const latest = useLatest({ workshop, owner });
  // Kept before it is noted: a new link makes them somebody else, who reads what is kept alone.
  useEffect(() => {
    const ended = latest.current;
    if (!isOver) return;
    const kept = ended.owner && keepOwn(client, ended.owner, 'access-ended');
    void Promise.resolve(kept).then(() => noteEnd(ended.workshop));
  }, [isOver, client, latest]);

  const titles: Readonly<Partial<Record<CloseReason, string>>> = t.titles;
  const ways: Readonly<Record<Reaction, readonly [label: string, go: () => void]>> = {
    'join-again': [t.enterAgain, enterAgain],
    'refresh-page': [app.reload, () => location.reload()],
    leave: [common.retry, () => location.reload()],
    reconnect: [common.retry, () => location.reload()],
    'rebuild-board': [common.retry, () => location.reload()],
  };
  const [label, go] = ways[CLOSE[reason].react];

  return (
    <MessagePage
      title={titles[reason] ?? t.title}
      action={
        reason !== 'unknownBoard' && (
          <Button variant="primary" onClick={go}>
            {label}
          </Button>
        )
      }
      more={<KeptBand />}
      after={isOtherWayIn(reason) && <CodeField />}
    >
      {t.reasons[reason]}
    </MessagePage>
  );
}

/** Where the way one came by is over, a code may still open the door, or that of another workshop. */
const isOtherWayIn = (reason: CloseReason): boolean =>
  reason === 'unauthenticated' || reason === 'unknownBoard';
