/** What a verdict means to do, and the note for whoever looks after the network. */
import type { Verdict } from '../../../shared/protocol/obstacles.ts';
import { networkWords } from '../../../shared/text/fr/network.ts';
import { type Report, reportText } from '../../entry/network/report.ts';
import { longDateTime } from '../../state/dates.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import './network.css';

/** Nothing where there is nothing to do. */
export function Steps({ verdict }: { readonly verdict: Verdict }) {
  const t = useWords(networkWords);
  const { steps } = t.verdicts[verdict];
  if (steps.length === 0) return null;
  return (
    <section className="case-steps" aria-labelledby="case-steps">
      <h2 id="case-steps">{t.stepsTitle}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  );
}

/** In sight too: where nothing may be copied, it can be selected by hand. */
export function Note({ report }: { readonly report: Report }) {
  const t = useWords(networkWords);
  const text = useReportText(report);
  return (
    <details className="case-note">
      <summary>{t.noteTitle}</summary>
      <p>{t.noteText}</p>
      <pre>{text}</pre>
      <CopyButton text={text} label={t.noteCopy} />
    </details>
  );
}

export function useReportText(report: Report): string {
  const t = useWords(networkWords);
  const { language } = usePreferences();
  return reportText(report, longDateTime(Date.parse(report.at), language), t);
}
