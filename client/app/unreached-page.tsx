/**
 * In the place of what was never received: that it does not open, said at once; why and what to do,
 * as soon as the late page that tells it is here. Where that cannot be fetched, the sentence stays.
 */

import type { ReactNode } from 'react';
import type { CloseReason } from '../../shared/protocol/close.ts';
import type { Obstacle } from '../../shared/protocol/obstacles.ts';
import { late } from '../browser/late.ts';
import type { Problem } from '../entry/workshops.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { useFetched } from '../ui/lazy-part.tsx';
import { DoorClosedPage, MessagePage } from './message-page.tsx';

export interface UnreachedPageProps {
  readonly known?: Obstacle | undefined;
  /** What the server itself said. */
  readonly why?: CloseReason | undefined;
  /** Absent where a retry by hand would do no more than those that are made anyway. */
  readonly onRetry?: () => void;
  /** Another way on. */
  readonly other?: ReactNode;
}

const troublePage = late(() => import('./trouble-page.tsx').then((file) => file.TroublePage));

export function UnreachedPage({ known, why, onRetry, other }: UnreachedPageProps) {
  const { app, common } = useWords();
  const TroublePage = useFetched(troublePage, true);
  const retry = (
    <>
      {other}
      {onRetry && (
        <Button variant={other ? 'outline' : 'primary'} onClick={onRetry}>
          {common.retry}
        </Button>
      )}
    </>
  );
  if (TroublePage) return <TroublePage known={known} why={why} action={retry} />;
  return (
    <MessagePage title={app.doorClosed} action={retry}>
      {app.problem('unreachable', '')}
    </MessagePage>
  );
}

export interface DoorFailedProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
  /** Another way on, where nobody answers. */
  readonly other?: ReactNode;
}

/** Refused, or out of reach: then it is tried again by itself. */
export const DoorFailed = (failed: DoorFailedProps) =>
  failed.problem.status === 0 ? (
    <UnreachedPage onRetry={failed.onRetry} other={failed.other} />
  ) : (
    <DoorClosedPage {...failed} />
  );
