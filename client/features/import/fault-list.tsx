/** What a file had that could not be kept as it was, to be read or passed on to its author. */
import { useTexts } from '../../state/hooks.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import './import.css';

export function FaultList({ faults }: { readonly faults: readonly string[] }) {
  const { common, join, transfer } = useTexts();
  return (
    <Notice tone="warning" title={transfer.faults(faults.length)}>
      <p>{transfer.faultsText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keys */}
      <ul className="fault-list" tabIndex={0} aria-label={transfer.faults(faults.length)}>
        {faults.map((fault, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence can come twice, and the list never changes
          <li key={index}>{fault}</li>
        ))}
      </ul>
      <CopyButton
        size="small"
        text={faults.join('\n')}
        label={transfer.faultsCopy}
        copiedLabel={common.copied}
        failedLabel={join.copyFailed}
      />
    </Notice>
  );
}
