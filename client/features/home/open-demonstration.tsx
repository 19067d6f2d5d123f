/** One press: a full workshop of one's own, entered at once as its facilitator. */
import { ArrowRight } from 'lucide-react';
import type { BoardId } from '../../../shared/ids.ts';
import { openDemonstration } from '../../entry/workshops.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export function OpenDemonstration({ onOpen }: { readonly onOpen: (boardId: BoardId) => void }) {
  const { common, home } = useWords();
  const { busy, problem, send } = useSending();

  const open = async () => {
    const opened = await send(openDemonstration(common.facilitator));
    if (opened.ok) onOpen(opened.value);
  };

  return (
    <section className="start" aria-labelledby="demo-title">
      <h3 id="demo-title">{home.demoTitle}</h3>
      <p>{home.demoText}</p>
      {problem && <Notice tone="error" title={problem} />}
      <Button variant="primary" icon={<ArrowRight />} busy={busy} onClick={() => void open()}>
        {home.demoOpen}
      </Button>
    </section>
  );
}
