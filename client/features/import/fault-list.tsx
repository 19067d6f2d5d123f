/** What a file had that could not be kept as it was, to be read or passed on to its author. */
import { transferWords } from '../../../shared/text/fr/transfer.ts';
import { useWords } from '../../state/words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import './import.css';

export interface FaultListProps {
  readonly faults: readonly string[];
  /** What the faults are of; a workshop file when absent. */
  readonly words?: { readonly title: string; readonly text: string };
}

export function FaultList({ faults, words }: FaultListProps) {
  const transfer = useWords(transferWords);
  const title = words?.title ?? transfer.faults(faults.length);
  return (
    <Notice tone="warning" title={title}>
      <p>{words?.text ?? transfer.faultsText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keys */}
      <ul className="fault-list" translate="no" tabIndex={0} aria-label={title}>
        {faults.map((fault, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence can come twice, and the list never changes
          <li key={index}>{fault}</li>
        ))}
      </ul>
      <CopyButton size="small" text={faults.join('\n')} label={transfer.faultsCopy} />
    </Notice>
  );
}
