/**
 * A table brought into an open workshop: chosen, looked at, then added; or, when it is our own list
 * that comes back, compared line by line. For facilitators.
 */
import { useEffect, useRef } from 'react';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useCan } from '../../state/hooks.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { DoneStep } from './done-step.tsx';
import { MappingStep } from './mapping-step.tsx';
import { type ReadSource, readInWorker, type Source } from './read-source.ts';
import { ReviewStep } from './review-step.tsx';
import { SourceStep } from './source-step.tsx';
import { Step } from './step.tsx';
import { type TableImport, useTableImport } from './use-table-import.ts';
import './table-dialog.css';

export interface TableDialogProps {
  readonly onClose: () => void;
  /** How tables are read; apart from the page unless told otherwise. */
  readonly read?: ReadSource;
}

export function TableDialog(props: TableDialogProps) {
  return useCan('frame') ? <OpenTableDialog {...props} /> : null;
}

function OpenTableDialog({ onClose, read = readInWorker }: TableDialogProps) {
  const t = useWords(intakeWords);
  const paste = useHeldText({ screen: 'import', key: 'paste', field: t.paste });
  const table = useTableImport(read);
  const isPasted = useRef(false);
  const isDone = table.stage.kind === 'done';
  const { sent } = paste;
  // Until its lines are on the board, what was pasted would be lost with the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is done
  useEffect(() => {
    if (isDone && isPasted.current) sent();
  }, [isDone]);
  const open = (source: Source) => {
    isPasted.current = source.kind === 'pasted';
    return table.open(source);
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="intake" key={table.stage.kind}>
        <CurrentStep table={{ ...table, open }} paste={paste} onClose={onClose} />
      </div>
    </Dialog>
  );
}

interface CurrentStepProps {
  readonly table: TableImport;
  readonly paste: ReturnType<typeof useHeldText>;
  readonly onClose: () => void;
}

function CurrentStep({ table, paste, onClose }: CurrentStepProps) {
  const t = useWords(intakeWords);
  const { stage } = table;
  switch (stage.kind) {
    case 'source':
      return <SourceStep said={stage.said} paste={paste} onOpen={table.open} />;
    case 'reading':
      return (
        <Step title={stage.name}>
          <Progress
            label={t.reading(stage.name)}
            cancel={{ label: t.giveUp, onCancel: table.giveUp }}
          />
        </Step>
      );
    case 'mapping':
      return <MappingStep opened={stage} onBack={table.restart} onAdd={table.add} />;
    case 'review':
      return <ReviewStep from={stage} table={table} />;
    case 'applying':
      return (
        <Step title={t.applying}>
          <Progress
            label={t.applying}
            share={stage.done / stage.total}
            figure={t.progress(stage.done, stage.total)}
            cancel={{ label: t.stop, onCancel: table.stop }}
          />
        </Step>
      );
    case 'done':
      return <DoneStep result={stage.result} table={table} onClose={onClose} />;
  }
}
