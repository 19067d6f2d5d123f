/** A workshop file, chosen or dropped: read here, judged by the server, given up at any moment. */
import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { useTexts } from '../../state/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import './import.css';
import { useImport } from './use-import.ts';

export interface ImportWorkshopProps {
  readonly onCreated: (created: BoardCreated) => void;
}

export function ImportWorkshop({ onCreated }: ImportWorkshopProps) {
  const { transfer } = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [hovered, setHovered] = useState(false);
  const { state, start, cancel } = useImport(onCreated);

  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) start(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setHovered(false);
    take(event.dataTransfer.files);
  };

  return (
    <section className="start" aria-labelledby="import-title">
      <h3 id="import-title">{transfer.importTitle}</h3>
      <p>{transfer.importText}</p>
      {state.kind === 'said' && <Notice tone={state.tone} title={state.sentence} />}
      {state.kind === 'running' ? (
        <Progress label={state.label} cancel={{ label: transfer.importCancel, onCancel: cancel }} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
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
          <Button icon={<Upload aria-hidden="true" />} onClick={() => picker.current?.click()}>
            {transfer.importChoose}
          </Button>
          <span className="import-hint">{transfer.importDrop}</span>
          <input
            ref={picker}
            hidden // the button above speaks for it
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = ''; // so that the same file, once mended, can be chosen again
            }}
          />
        </div>
      )}
    </section>
  );
}
