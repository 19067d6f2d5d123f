/** Saved means saved: three truthful states, said in words, with a sign that is not colour alone. */
import { Check, CloudOff, LoaderCircle } from 'lucide-react';
import { clockTime } from '../../state/dates.ts';
import { useConnection, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './save-indicator.css';

const ICONS = { saved: Check, sending: LoaderCircle, offline: CloudOff } as const;

// Not a live region: it changes with every key. Losing and finding the connection is announced apart.
export function SaveIndicator() {
  const [state, text] = useSaid();
  const Icon = ICONS[state];
  return (
    <p className="save-indicator" data-state={state}>
      <Icon />
      {text}
    </p>
  );
}

function useSaid(): readonly [keyof typeof ICONS, string] {
  const { connection: t } = useWords();
  const { language } = usePreferences();
  const connection = useConnection();
  switch (connection.state) {
    case 'opening':
      return ['sending', t.opening];
    case 'live': {
      const { unsaved, savedAt, isFallback } = connection;
      const saved = savedAt === null ? t.saved : t.savedAt(clockTime(savedAt, language));
      const said = unsaved ? t.sending : saved;
      return [unsaved ? 'sending' : 'saved', isFallback ? t.fallback(said) : said];
    }
    case 'offline':
      if (connection.why === 'openElsewhere') return ['offline', t.openElsewhere];
      return ['offline', connection.kept ? t.offline : t.offlineNothingKept];
    case 'closed':
      return ['offline', t.offlineNothingKept];
  }
}
