/**
 * In the place of what was never received: that it does not open, said at once; why and what to do,
 * as soon as the late part that tells it is here. Where that cannot be fetched, the sentence stays.
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

const trouble = late(() => import('./trouble.tsx').then((file) => file.Trouble));

export function UnreachedPage({ known, why, onRetry, other }: UnreachedPageProps) {
  const { app, common } = useWords();
  const Trouble = useFetched(trouble, true);
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
  // One page before and after: what a finger or the focus is on stays where it is.
  return (
    <MessagePage
      title={app.doorClosed}
      action={retry}
      more={Trouble && <Trouble known={known} why={why} />}
    >
      {Trouble ? null : app.problem('unreachable', '')}
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
