/** Where the table is: a file, dropped or chosen, or cells pasted. */
import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTexts } from '../../state/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import './import.css';
import type { Source } from './read-source.ts';
import { Step } from './step.tsx';
import type { Stage } from './use-table-import.ts';

export interface SourceStepProps {
  readonly said: Extract<Stage, { readonly kind: 'source' }>['said'];
  readonly onOpen: (source: Source) => void;
}

export function SourceStep({ said, onOpen }: SourceStepProps) {
  const { intake: t } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [hovered, setHovered] = useState(false);
  const [text, setText] = useState('');
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onOpen({ kind: 'file', file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setHovered(false);
    take(event.dataTransfer.files);
  };
  return (
    <Step title={t.safe}>
      <p>{t.lead}</p>
      {said && <Notice tone={said.tone} title={said.sentence} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className="import-drop"
        data-hovered={hovered}
        onDragOver={(event) => {
          event.preventDefault(); // without it the browser opens the file in place of the page
          setHovered(true);
        }}
        onDragLeave={() => setHovered(false)}
        onDrop={drop}
      >
        <Button
          variant="primary"
          icon={<Upload aria-hidden="true" />}
          onClick={() => picker.current?.click()}
        >
          {t.choose}
        </Button>
        <span className="import-hint">{t.drop}</span>
        <input
          ref={picker}
          hidden // the button above speaks for it
          type="file"
          accept=".xlsx,.ods,.csv,.tsv,.txt"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = ''; // so that the same file, once mended, can be chosen again
          }}
        />
      </div>
      <form
        className="intake-paste"
        onSubmit={(event) => {
          event.preventDefault();
          onOpen({ kind: 'pasted', text });
        }}
      >
        <TextAreaField
          label={t.paste}
          help={t.pasteHelp}
          value={text}
          rows={5}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t.readPasted}
        </Button>
      </form>
    </Step>
  );
}
