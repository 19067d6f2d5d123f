/** Saved means saved: three truthful states, said in words, with a sign that is not colour alone. */
import { Check, CloudOff, LoaderCircle } from 'lucide-react';
import { clockTime } from '../../state/dates.ts';
import { useConnection, usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import './save-indicator.css';

export function SaveIndicator() {
  const { connection: t } = useWords();
  const { language } = usePreferences();
  const connection = useConnection();
  switch (connection.state) {
    case 'opening':
      return <Indicator state="sending" text={t.opening} />;
    case 'live':
      if (connection.unsaved) return <Indicator state="sending" text={t.sending} />;
      return (
        <Indicator
          state="saved"
          text={
            connection.savedAt === null
              ? t.saved
              : t.savedAt(clockTime(connection.savedAt, language))
          }
        />
      );
    case 'offline':
      return (
        <Indicator state="offline" text={connection.kept ? t.offline : t.offlineNothingKept} />
      );
    case 'closed':
      return <Indicator state="offline" text={t.closed[connection.reason]} />;
  }
}

interface IndicatorProps {
  readonly state: 'saved' | 'sending' | 'offline';
  readonly text: string;
}
const ICONS = { saved: Check, sending: LoaderCircle, offline: CloudOff } as const;

// Not a live region: it changes with every key. Losing and finding the connection is announced apart.
function Indicator({ state, text }: IndicatorProps) {
  const Icon = ICONS[state];
  return (
    <p className="save-indicator" data-state={state}>
      <Icon />
      {text}
    </p>
  );
}
