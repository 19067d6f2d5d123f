/** A workshop file, chosen or dropped: read here, judged by the server, given up at any moment. */

import { useEffect, useRef, useState } from 'react';
import type { BoardCreated } from '../../../shared/protocol/http.ts';
import { transferWords } from '../../../shared/text/fr/transfer.ts';
import { createWorkshop } from '../../entry/create.ts';
import { howFar, type Told } from '../../state/how-far.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { DropZone } from './drop-zone.tsx';

export interface ImportWorkshopProps {
  readonly onCreated: (created: BoardCreated) => void;
}

export function ImportWorkshop({ onCreated }: ImportWorkshopProps) {
  const transfer = useWords(transferWords);
  const { common } = useWords();
  const { state, start, cancel } = useImport(onCreated);

  return (
    <section className="start" aria-labelledby="import-title">
      <h3 id="import-title">{transfer.importTitle}</h3>
      <p>{transfer.importText}</p>
      {state.kind === 'said' && <Notice tone={state.tone} title={state.sentence} />}
      {state.kind === 'failed' && (
        <Notice
          tone="error"
          title={state.sentence}
          action={<Button onClick={() => start(state.file)}>{common.retry}</Button>}
        >
          <p>{transfer.importFailed}</p>
        </Notice>
      )}
      {state.kind === 'running' ? (
        <Progress
          label={state.label}
          {...howFar(state.moved, transfer)}
          cancel={{ label: transfer.importCancel, onCancel: cancel }}
        />
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

type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly label: string;
      /** How much of it has left; absent where that says nothing. */
      readonly moved?: Told;
    }
  /** Not opened, for a reason that may pass: the file is still here. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly file: File }
  | { readonly kind: 'said'; readonly tone: 'info' | 'error'; readonly sentence: string };

/** The server's own limit; said here before anything is sent. */
const maxFileBytes = 10 * 1024 * 1024;

/** What is wrong with a file is wrong with it the next time too. */
const isOfFile = (status: number): boolean => status >= 400 && status < 500 && status !== 429;

/** One import at a time: where it is, and what it ended with. */
function useImport(onCreated: (created: BoardCreated) => void) {
  const { app } = useWords();
  const transfer = useWords(transferWords);
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const begin = (): AbortSignal => {
    running.current = new AbortController();
    return running.current.signal;
  };
  const refuse = (sentence: string) => setState({ kind: 'said', tone: 'error', sentence });

  const faultOf = ({ size }: File): string | undefined => {
    if (size === 0) return transfer.importEmpty;
    if (size <= maxFileBytes) return undefined;
    return transfer.importTooLarge(transfer.megabytes(size / 1_000_000));
  };

  const run = async (file: File, signal: AbortSignal) => {
    setState({ kind: 'running', label: transfer.importReading(file.name) });
    // Refused: the file was moved, or lies on a drive that is gone.
    const text = await file.text().catch(() => undefined);
    if (signal.aborted) return;
    if (text === undefined) return refuse(transfer.importUnreadable);
    setState({ kind: 'running', label: transfer.importSending(file.name) });
    const moved = (told: Told) => {
      if (signal.aborted || told.way !== 'sent') return;
      if (told.bytes === told.total)
        setState({ kind: 'running', label: transfer.importOpening(file.name) });
      else setState({ kind: 'running', label: transfer.importSending(file.name), moved: told });
    };
    const created = await createWorkshop(text, { signal, moved });
    if (signal.aborted) return;
    if (!created.ok) {
      const { status, code, message } = created.error;
      const sentence = app.problem(code, message);
      return isOfFile(status) ? refuse(sentence) : setState({ kind: 'failed', sentence, file });
    }
    setState({ kind: 'idle' });
    onCreated(created.value);
  };

  return {
    state,
    start: (file: File): void => {
      running.current?.abort();
      const fault = faultOf(file);
      if (fault) refuse(fault);
      else void run(file, begin());
    },
    cancel: (): void => {
      running.current?.abort();
      setState({ kind: 'said', tone: 'info', sentence: transfer.importCancelled });
    },
  };
}
