/** Rounds of votes, led from their own panel; an open round nobody can vote in does not go unsaid. */
import type { ReactNode } from 'react';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useOpenRound } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { ActKey } from './act-button.tsx';
import { useCockpit, useForget } from './acts.ts';
import { Section } from './section.tsx';

/** Given what the key for votes has just asked for, and how to say that it was seen to. */
export type VotesSlot = (asked: 'open' | 'close' | null, onAsked: () => void) => ReactNode;

export function VotesSection({ votes }: { readonly votes: VotesSlot }) {
  const { votes: t } = useWords(cockpitWords);
  const { asked, ask } = useCockpit();
  const isOpen = useOpenRound() !== undefined;
  const takesVotes = useSession((session) => session?.rules.vote === 'open');
  useForget('open-vote', isOpen);
  useForget('close-vote', !isOpen);
  return (
    <Section title={t.title} figure={<ActKey act="vote" />}>
      {isOpen && !takesVotes && <p className="cockpit-frozen">{t.stepCloses}</p>}
      {votes(ASKED[asked?.act ?? 'nothing'], () => ask(null))}
    </Section>
  );
}

const ASKED = {
  'open-vote': 'open',
  'close-vote': 'close',
  reveal: null,
  nothing: null,
} as const;
