/** Pages that only say something: no link, no such page, the door stays shut. */
import type { ReactNode } from 'react';
import { late } from '../browser/late.ts';
import type { Problem } from '../entry/workshops.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { useFetched } from '../ui/lazy-part.tsx';
import { useSaidOnce } from '../ui/wait-notice.tsx';
import { Page } from './page.tsx';
import { goTo, workshopPath } from './routes.ts';

export function NoLinkPage() {
  const { app } = useWords();
  return (
    <MessagePage title={app.noLinkTitle} more={<OtherWays />}>
      {app.noLinkText}
    </MessagePage>
  );
}

export function CutLinkPage() {
  const { app } = useWords();
  return (
    <MessagePage title={app.doorClosed} more={<OtherWays />}>
      {app.cutLink}
    </MessagePage>
  );
}

export function UnknownPage() {
  const { app } = useWords();
  return (
    <MessagePage title={app.unknownTitle} more={<OtherWays />}>
      {app.unknownText}
    </MessagePage>
  );
}

/** Where the address is not whole: the field for a code, and what to tell who looks after the network. */
function OtherWays() {
  const ObstacleNote = useFetched(obstacleNote, true);
  return (
    <>
      <CodeField />
      {ObstacleNote && <ObstacleNote known="address" />}
    </>
  );
}

/** Not in the table of parts, in which these pages are themselves. */
const enterByCode = late(() =>
  import('../features/home/enter-by-code.tsx').then((file) => file.EnterByCode),
);
const obstacleNote = late(() =>
  import('../features/network/obstacle-note.tsx').then((file) => file.ObstacleNote),
);

/** Another way in. Absent where its code cannot be fetched: the sentence and the first page remain. */
export function CodeField() {
  const EnterByCode = useFetched(enterByCode, true);
  return EnterByCode && <EnterByCode onOpen={(boardId) => goTo(workshopPath(boardId))} />;
}

/** Too many came at once, from one office: the page goes on by itself. */
export function DoorWaitsPage({ seconds }: { readonly seconds: number }) {
  const { app } = useWords();
  useSaidOnce(app.tooOften(seconds));
  return <MessagePage title={app.doorWaits}>{app.tooOften(seconds)}</MessagePage>;
}

export interface DoorClosedPageProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

export function DoorClosedPage({ problem, onRetry }: DoorClosedPageProps) {
  const { app, common } = useWords();
  // Asking again cannot help: another way in comes first.
  const isRefused = [401, 404].includes(problem.status);
  return (
    <MessagePage
      title={app.doorClosed}
      more={isRefused && <CodeField />}
      action={
        <Button variant={isRefused ? 'outline' : 'primary'} onClick={onRetry}>
          {common.retry}
        </Button>
      }
    >
      {app.problem(problem.code, problem.message)}
    </MessagePage>
  );
}

export interface MessagePageProps {
  readonly title: string;
  /** The sentence; null where `more` begins with it. */
  readonly children: string | null;
  readonly action?: ReactNode;
  /** What must not be lost by leaving, or another way in where there is none. */
  readonly more?: ReactNode;
  /** Another way in, where what is to be done first is above. */
  readonly after?: ReactNode;
}

export function MessagePage({ title, children, action, more, after }: MessagePageProps) {
  const { app } = useWords();
  return (
    <Page title={title} lead={children && <p className="page-lead">{children}</p>} width="narrow">
      {more}
      <div className="message-actions">
        {action}
        <a className="button" data-variant="outline" href="/">
          {app.home}
        </a>
        <a className="button" data-variant="quiet" href="/reseau">
          {app.tryNetwork}
        </a>
      </div>
      {after}
    </Page>
  );
}
