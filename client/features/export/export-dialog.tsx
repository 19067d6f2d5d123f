/** The files a workshop leaves as: who each is for, what is not in it, and one press to have it. */
import { useState } from 'react';
import { FORMATS } from '../../../shared/export/formats.ts';
import { FORMAT_GROUPS } from '../../../shared/protocol/formats.ts';
import { transferWords } from '../../../shared/text/fr/transfer.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useConnection, usePreferences, useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { FormatList } from './format-list.tsx';
import { useDownload } from './use-download.ts';
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
