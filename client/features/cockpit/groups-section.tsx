/** Tables and sub-groups, with their letters beside the heading; what they are led from is given. */
import type { ReactNode } from 'react';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useGroups } from '../../state/groups.ts';
import { useWords } from '../../state/words.ts';
import { Section } from './section.tsx';

export function GroupsSection({ groups }: { readonly groups: ReactNode }) {
  const t = useWords(groupsWords);
  const letters = useGroups().map(({ letter }) => letter);
  return (
    <Section
      part="groups"
      title={t.title}
      figure={letters.length > 0 && <span translate="no">{t.letters(letters)}</span>}
    >
      {groups}
    </Section>
  );
}
