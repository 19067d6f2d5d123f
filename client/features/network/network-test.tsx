/** Trying a network before a workshop: what it comes to, each thing tried, a report to hand on. */
import { RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { networkWords } from '../../../shared/text/fr/network.ts';
import { type Report, reportOf } from '../../entry/network/report.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Steps, useReportText } from './case-told.tsx';
import { CheckList } from './check-list.tsx';
import { useChecks } from './use-checks.ts';
import './network.css';

/** By then tries of a moment ago have left their places. */
const againMs = 10_000;

export function NetworkTest() {
  const t = useWords(networkWords);
  const [round, setRound] = useState(0);
  const { checks, verdict, at } = useChecks(round);
  useEffect(() => {
    if (verdict !== 'untried') return;
    const timer = setTimeout(() => setRound((last) => last + 1), againMs);
    return () => clearTimeout(timer);
  }, [verdict]);
  const told = verdict && t.verdicts[verdict];
  const isGood = verdict === 'fine' || verdict === 'fallback';
  return (
    <div className="network-test">
      <div className="network-verdict" role="status">
        {told && (
          <Notice tone={isGood ? 'info' : 'warning'} title={told.title}>
            <p>{told.text}</p>
          </Notice>
        )}
        {!told && <p>{t.running}</p>}
      </div>
      {verdict && <Steps verdict={verdict} />}
      <section aria-labelledby="network-results">
        <h2 id="network-results">{t.results}</h2>
        <CheckList checks={checks} />
        <Button
          icon={<RotateCcw />}
          busy={verdict === undefined}
          onClick={() => setRound((last) => last + 1)}
        >
          {t.again}
        </Button>
      </section>
      {verdict && <ReportSection report={reportOf(verdict, checks, at)} />}
    </div>
  );
}

function ReportSection({ report }: { readonly report: Report }) {
  const t = useWords(networkWords);
  const text = useReportText(report);
  return (
    <section className="network-report" aria-labelledby="network-report">
      <h2 id="network-report">{t.reportTitle}</h2>
      <p>{t.reportText}</p>
      <pre>{text}</pre>
      <div className="network-copies">
        <CopyButton text={text} label={t.copyText} />
        <CopyButton text={JSON.stringify(report, null, 2)} label={t.copyJson} />
      </div>
    </section>
  );
}
