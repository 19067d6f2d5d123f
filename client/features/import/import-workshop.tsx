/** A workshop file, chosen or dropped: read here, judged by the server, given up at any moment. */
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { transferWords } from '../../../shared/text/fr/transfer.ts';
import { useWords } from '../../state/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { DropZone } from './drop-zone.tsx';
import { useImport } from './use-import.ts';

export interface ImportWorkshopProps {
  readonly onCreated: (created: BoardCreated) => void;
}

export function ImportWorkshop({ onCreated }: ImportWorkshopProps) {
  const transfer = useWords(transferWords);
  const { state, start, cancel } = useImport(onCreated);

  return (
    <section className="start" aria-labelledby="import-title">
      <h3 id="import-title">{transfer.importTitle}</h3>
      <p>{transfer.importText}</p>
      {state.kind === 'said' && <Notice tone={state.tone} title={state.sentence} />}
      {state.kind === 'running' ? (
        <Progress label={state.label} cancel={{ label: transfer.importCancel, onCancel: cancel }} />
      ) : (
        <DropZone
          label={transfer.importChoose}
          hint={transfer.importDrop}
          accept=".json,application/json"
          onFile={start}
        />
      )}
    </section>
  );
}
