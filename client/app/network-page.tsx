/** `/reseau`: tries a network before a workshop, without a board. */
import { networkWords } from '../../shared/text/fr/network.ts';
import { NetworkTest } from '../features/network/network-test.tsx';
import { useWords } from '../state/words.ts';
import { Page } from './page.tsx';

export function NetworkPage() {
  const t = useWords(networkWords);
  return (
    <Page title={t.title} lead={<p className="page-lead">{t.lead}</p>} width="narrow">
      <NetworkTest />
    </Page>
  );
}
