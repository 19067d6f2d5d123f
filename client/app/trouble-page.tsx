/** Why a workshop does not open, what to do, and a note to hand on; it opens by itself afterwards. */
import type { Obstacle } from '../../shared/protocol/obstacles.ts';
import { networkWords } from '../../shared/text/fr/network.ts';
import { Note, Steps } from '../features/network/case-told.tsx';
import { useObstacle } from '../features/network/use-obstacle.ts';
import { useWords } from '../state/words.ts';
import { Notice } from '../ui/notice.tsx';
import { MessagePage, type MessagePageProps } from './message-page.tsx';

export interface TroublePageProps extends Pick<MessagePageProps, 'action'> {
  /** What stands in the way, where that is known; it is looked for when absent. */
  readonly known?: Obstacle | undefined;
}

export function TroublePage({ known, action }: TroublePageProps) {
  const { app } = useWords();
  const t = useWords(networkWords);
  const { verdict, report } = useObstacle(known);
  const isMended = verdict === 'fine' || verdict === 'fallback' || verdict === 'storage';
  const met = isMended ? undefined : verdict;
  const told = met ? t.verdicts[met] : { title: t.soon, text: t.soonText };
  return (
    <MessagePage
      title={app.doorClosed}
      action={action}
      more={
        <>
          {verdict && (
            <Notice tone={met ? 'warning' : 'info'} title={told.title}>
              <p>{told.text}</p>
            </Notice>
          )}
          {met && <Steps verdict={met} />}
          {report && <Note report={report} />}
        </>
      }
    >
      {verdict ? t.retrying : t.searching}
    </MessagePage>
  );
}
