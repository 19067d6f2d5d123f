/** Directions: written one by one, or pasted as the list people have already. */
import { ClipboardPaste } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useBoard } from '../../state/hooks.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { type PastedLine, readPastedLines } from './pasted-lines.ts';
import { RowsPanel } from './rows-panel.tsx';
import { type FrameValues, useFrame } from './use-frame.ts';
import './directions-panel.css';

export function DirectionsPanel() {
  const t = useWords(facilitationWords);
  const paste = useHeldText({ screen: 'frame', key: 'paste', field: t.paste.label });
  const [isOpen, setOpen] = useState(paste.isTyped);
  const setPasted = (text: string | null) => {
    setOpen(text !== null);
    if (text === null) paste.drop();
    else paste.write(text);
  };
  return (
    <>
      <RowsPanel root="directions" readNew={readOne} onPasteLines={setPasted} />
      {!isOpen ? (
        <Button
          variant="quiet"
          size="small"
          icon={<ClipboardPaste />}
          onClick={() => setPasted('')}
        >
          {t.paste.open}
        </Button>
      ) : (
        <PasteForm text={paste.text} onText={setPasted} />
      )}
    </>
  );
}

const readOne = (text: string): FrameValues => ({
  ...(readPastedLines(text, []).lines[0] ?? { name: text }),
});

interface PasteFormProps {
  readonly text: string;
  /** Null closes the form. */
  readonly onText: (text: string | null) => void;
}

function PasteForm({ text, onText }: PasteFormProps) {
  const { common } = useWords();
  const t = useWords(facilitationWords);
  const frame = useFrame();
  const directions = useBoard((board) => board.directions);
  const [error, setError] = useState<string>();
  const names = [...directions.values()].map(({ name = '' }) => name);
  const { lines, known } = readPastedLines(text, names);
  const form = useRef<HTMLDivElement>(null);
  const isRead = lines.length > 0;
  // It opens at the end of a long list, and grows once there is something to show.
  // biome-ignore lint/correctness/useExhaustiveDependencies: being read makes the form taller
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [isRead]);

  const add = () => {
    const count = frame.addAll('directions', lines.map(asValues), t.paste.added);
    if (count === lines.length) return onText(null);
    setError(t.paste.some);
    onText(lines.slice(count).map(asText).join('\n'));
  };
  return (
    <div className="frame-paste" ref={form}>
      <TextAreaField
        label={t.paste.label}
        help={t.paste.help}
        error={error}
        rows={6}
        value={text}
        autoFocus
        onChange={(event) => onText(event.target.value)}
      />
      {isRead && (
        <ul className="frame-preview" translate="no">
          {lines.map((line) => (
            <li key={line.name}>{asText(line)}</li>
          ))}
        </ul>
      )}
      {known > 0 && <p className="frame-note">{t.paste.known(known)}</p>}
      <DialogActions>
        <Button onClick={() => onText(null)}>{common.cancel}</Button>
        <Button variant="primary" disabled={!isRead} onClick={add}>
          {t.paste.add(lines.length)}
        </Button>
      </DialogActions>
    </div>
  );
}

const asValues = (line: PastedLine): FrameValues => ({ ...line });
/** Cells again, so that what stays in the form is read the same way. */
const asText = ({ name, abbreviation, kind }: PastedLine): string =>
  [name, abbreviation, kind].filter((cell) => cell !== undefined).join(' ; ');
