/** Part of a copy that nobody could read: its size and day, saved as a file, or thrown away. */
import { longDateTime } from '../../state/dates.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { AskedDiscard } from './asked-discard.tsx';
import type { Hands } from './hands.ts';
import type { Reading } from './reading.ts';

export interface KeptUnreadableProps {
  readonly hands: Hands;
  readonly reading: Reading;
}

export function KeptUnreadable({ hands, reading }: KeptUnreadableProps) {
  const { unreadable } = hands;
  const { t, language } = reading;
  if (unreadable.length === 0) return null;
  const bytes = unreadable.reduce((sum, one) => sum + one.bytes.length, 0);
  const latest = Math.max(...unreadable.map(({ at }) => at ?? 0));
  const when = latest > 0 ? longDateTime(latest, language) : '';
  const size = t.unreadable.size(Math.ceil(bytes / 1_000));
  const { title, question, no } = t.unreadable;
  return (
    <section className="kept-unreadable" aria-label={t.unreadable.kept}>
      <p>{t.unreadable.text(size, when)}</p>
      <AskedDiscard
        words={{ title, text: question, no, yes: t.discard }}
        onDiscard={() => void hands.discardUnreadable()}
      >
        {(ask, opener) => (
          <div className="kept-acts">
            <Button
              size="small"
              onClick={() => saveFile(t.unreadable.fileName, fileOf(unreadable))}
            >
              {t.unreadable.save}
            </Button>
            <Button ref={opener} size="small" variant="quiet" onClick={ask}>
              {t.discard}
            </Button>
          </div>
        )}
      </AskedDiscard>
    </section>
  );
}

/** Updates of Yjs (V1), or what is left of them, in base64 under the names of their copies. */
function fileOf(unreadable: Hands['unreadable']): Blob {
  const parts = unreadable.map(({ name, at, bytes }) => ({
    name,
    at: at === null ? null : new Date(at).toISOString(),
    bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  }));
  return new Blob([JSON.stringify(parts, null, 2)], { type: 'application/json' });
}
