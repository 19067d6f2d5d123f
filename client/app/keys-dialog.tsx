/** What can be typed now, one key each; and the way to have them back when they are off. */
import { keysWords } from '../../shared/text/fr/keys.ts';
import { usePreferences } from '../state/hooks.ts';
import { useKeyGroups } from '../state/keys.ts';
import { setPreference } from '../state/preferences.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { Notice } from '../ui/notice.tsx';
import './keys-dialog.css';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { app } = useWords();
  const t = useWords(keysWords);
  const { keys: areOn } = usePreferences();
  const groups = useKeyGroups();
  return (
    <Dialog title={app.keysTitle} onClose={onClose}>
      <p>{t.text}</p>
      {!areOn && (
        <Notice
          tone="warning"
          title={t.areOff}
          action={<Button onClick={() => setPreference({ keys: true })}>{t.switchOn}</Button>}
        />
      )}
      {groups.map(({ label, keys }) => (
        <section key={label} className="keys-group">
          <h3>{label}</h3>
          <ul>
            {keys.map(({ key, label: does }) => (
              <li key={key}>
                <KeyCap>{key}</KeyCap>
                {does}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
