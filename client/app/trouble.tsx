/** Why a workshop does not open, what to do, and a note to hand on; it opens by itself afterwards. */
import type { CloseReason } from '../../shared/protocol/close.ts';
import type { Obstacle } from '../../shared/protocol/obstacles.ts';
import { closedWords } from '../../shared/text/fr/closed.ts';
import { networkWords } from '../../shared/text/fr/network.ts';
import { Note, Steps } from '../features/network/case-told.tsx';
import { useObstacle } from '../features/network/use-obstacle.ts';
import { useWords } from '../state/words.ts';
import { Notice } from '../ui/notice.tsx';

export interface TroubleProps {
  /** What stands in the way, where that is known; it is looked for when absent. */
  readonly known?: Obstacle | undefined;
  /** What the server itself said, where its words tell more. */
  readonly why?: CloseReason | undefined;
}

export function Trouble({ known, why }: TroubleProps) {
  const t = useWords(networkWords);
  const closed = useWords(closedWords);
  const { verdict, report } = useObstacle(known);
  const isMended = verdict === 'fine' || verdict === 'fallback' || verdict === 'storage';
  const met = isMended ? undefined : verdict;
  const soon = { title: t.soon, text: why ? closed.reasons[why] : t.soonText };
  const told = met ? t.verdicts[met] : soon;
  return (
    <>
      <p className="page-lead">{verdict ? t.retrying : t.searching}</p>
      {verdict && (
        <Notice tone={met ? 'warning' : 'info'} title={told.title}>
          <p>{told.text}</p>
        </Notice>
      )}
      {met && <Steps verdict={met} />}
      {report && <Note report={report} />}
    </>
  );
}
