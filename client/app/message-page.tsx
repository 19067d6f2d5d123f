/** Pages that only say something: no link, no such page, the door stays shut. */
import type { ReactNode } from 'react';
import type { Problem } from '../entry/workshops.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { Page } from './page.tsx';

export function NoLinkPage() {
  const { app } = useWords();
  return <MessagePage title={app.noLinkTitle}>{app.noLinkText}</MessagePage>;
}

export function UnknownPage() {
  const { app } = useWords();
  return <MessagePage title={app.unknownTitle}>{app.unknownText}</MessagePage>;
}

export interface DoorClosedPageProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

export function DoorClosedPage({ problem, onRetry }: DoorClosedPageProps) {
  const { app, common } = useWords();
  return (
    <MessagePage
      title={app.doorClosed}
      action={
        <Button variant="primary" onClick={onRetry}>
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
  /** The sentence. */
  readonly children: string;
  readonly action?: ReactNode;
  /** What must not be lost by leaving. */
  readonly more?: ReactNode;
}

export function MessagePage({ title, children, action, more }: MessagePageProps) {
  const { app } = useWords();
  return (
    <Page title={title} lead={<p className="page-lead">{children}</p>} width="narrow">
      {more}
      <div className="message-actions">
        {action}
        <a className="button" data-variant="outline" href="/">
          {app.home}
        </a>
      </div>
    </Page>
  );
}
