/** The files a workshop leaves as: who each is for, what is not in it, and one press to have it. */

import { Download } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { FORMATS } from '../../../shared/export/formats.ts';
import {
  FORMAT_GROUPS,
  FORMAT_IDS,
  type FormatGroup,
  type FormatId,
} from '../../../shared/protocol/formats.ts';
import { transferWords } from '../../../shared/text/fr/transfer.ts';
import { downloadWorkshop } from '../../entry/download.ts';
import type { Problem } from '../../entry/workshops.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useConnection, usePreferences, useSession } from '../../state/hooks.ts';
import { howFar, type Told } from '../../state/how-far.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { saveFile } from '../../ui/save-file.ts';
import './export.css';

export interface ExportDialogProps {
  readonly workshop: OpenedWorkshop;
  readonly onClose: () => void;
}

export function ExportDialog({ workshop, onClose }: ExportDialogProps) {
  const { app } = useWords();
  const transfer = useWords(transferWords);
  const { language } = usePreferences();
  const connection = useConnection();
  const leads = useSession((session) => session?.role === 'facilitator');
  const [isNamed, setNamed] = useState(false);
  const { state, start, cancel } = useDownload(workshop);
  const isOffline = connection.state === 'offline';
  const names = leads && isNamed;
  return (
    <Dialog title={transfer.exportTitle} onClose={onClose}>
      {isOffline && (
        <Notice tone="warning" title={transfer.exportOfflineTitle}>
          {transfer.exportOffline}
        </Notice>
      )}
      {connection.state === 'live' && connection.unsaved && (
        <Notice tone="info" title={transfer.exportUnsaved} />
      )}
      {leads && <CheckField label={transfer.exportNames} checked={isNamed} onChange={setNamed} />}
      <p className="export-names">{transfer.exportText(names)}</p>
      {FORMAT_GROUPS.map((group) => (
        <FormatList
          key={group}
          group={group}
          running={state.kind === 'running' ? state.format : null}
          disabled={isOffline}
          onDownload={(format) => start(format, names)}
        />
      ))}
      <div className="export-state">
        {state.kind === 'running' && (
          <Progress
            label={transfer.exportRunning(FORMATS[state.format][language])}
            {...howFar(state.moved, transfer)}
            cancel={{ label: transfer.exportCancel, onCancel: cancel }}
          />
        )}
        {state.kind === 'failed' && (
          <Notice tone="error" title={app.problem(state.problem.code, state.problem.message)} />
        )}
        <p role="status" className="export-end">
          {state.kind === 'done' && transfer.exportDone(state.name)}
          {state.kind === 'cancelled' && transfer.exportCancelled}
        </p>
      </div>
    </Dialog>
  );
}

interface FormatListProps {
  readonly group: FormatGroup;
  /** The one being prepared. */
  readonly running: FormatId | null;
  readonly disabled: boolean;
  readonly onDownload: (format: FormatId) => void;
}

/** The formats of one kind, each with its button. */
function FormatList({ group, running, disabled, onDownload }: FormatListProps) {
  const transfer = useWords(transferWords);
  const { language } = usePreferences();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h3 className="formats-title" id={titleId}>
        {transfer.exportGroups[group]}
      </h3>
      <ul className="formats">
        {FORMAT_IDS.filter((id) => FORMATS[id].group === group).map((id) => (
          <li className="format" key={id}>
            <div>
              <h4 className="format-name">{FORMATS[id][language]}</h4>
              <p className="format-use">{transfer.exportUses[id]}</p>
              <p className="format-left">{transfer.exportLeft[id]}</p>
            </div>
            <Button
              icon={<Download />}
              label={transfer.exportDownload(FORMATS[id][language])}
              disabled={disabled}
              busy={running === id}
              onClick={() => onDownload(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type DownloadState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly format: FormatId;
      /** How much of the file has come; absent while it is made. */
      readonly moved?: Told;
    }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** One download at a time: asked of the server, then handed to the browser under its own name. */
function useDownload(workshop: OpenedWorkshop) {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);

  const run = async (format: FormatId, names: boolean) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', format });
    const { signal } = controller;
    const moved = (told: Told) => {
      if (!signal.aborted) setState({ kind: 'running', format, moved: told });
    };
    const file = await downloadWorkshop(workshop, { format, names }, { signal, moved });
    running.current = undefined;
    if (controller.signal.aborted) return setState({ kind: 'cancelled' });
    if (!file.ok) return setState({ kind: 'failed', problem: file.error });
    saveFile(file.value.name, file.value.content);
    setState({ kind: 'done', name: file.value.name });
  };

  return {
    state,
    start: (format: FormatId, names: boolean): void => {
      if (!running.current) void run(format, names);
    },
    cancel: (): void => running.current?.abort(),
  };
}
