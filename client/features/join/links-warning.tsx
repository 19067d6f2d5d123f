/** Links that will not do what whoever hands them on expects: said beside them, before they are sent. */
import { accessWords } from '../../../shared/text/fr/access.ts';
import { useWords } from '../../state/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { faultOfLinks } from './link-faults.ts';

export function LinksWarning({ links }: { readonly links: readonly (string | undefined)[] }) {
  const { linkFaults } = useWords(accessWords);
  const fault = faultOfLinks(links);
  if (!fault) return null;
  const { title, text } = linkFaults[fault.kind];
  return (
    <Notice tone="warning" title={title}>
      <p>{text(fault.origin)}</p>
    </Notice>
  );
}
