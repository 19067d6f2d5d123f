/** One press: a full workshop of one's own, entered at once as its facilitator. */
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { BoardId } from '../../../shared/ids.ts';
import { openDemonstration, type Problem } from '../../entry/workshops.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export function OpenDemonstration({ onOpen }: { readonly onOpen: (boardId: BoardId) => void }) {
  const { app, common, home } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const open = async () => {
    setProblem(undefined);
    setBusy(true);
    const opened = await openDemonstration(common.facilitator);
    setBusy(false);
    if (opened.ok) onOpen(opened.value);
    else setProblem(opened.error);
  };

  return (
    <section className="start" aria-labelledby="demo-title">
      <h3 id="demo-title">{home.demoTitle}</h3>
      <p>{home.demoText}</p>
      {problem && <Notice tone="error" title={app.problem(problem.code, problem.message)} />}
      <Button variant="primary" icon={<ArrowRight />} busy={busy} onClick={() => void open()}>
        {home.demoOpen}
      </Button>
    </section>
  );
}
