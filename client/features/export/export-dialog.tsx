/** The files a workshop leaves as: who each is for, and one press to have it. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import { FORMAT_IDS, FORMATS } from '../../../shared/export/formats.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useConnection, usePreferences, useSession, useTexts } from '../../state/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useDownload } from './use-download.ts';
import './export.css';

export interface ExportDialogProps {
  readonly workshop: OpenedWorkshop;
  readonly onClose: () => void;
}

export function ExportDialog({ workshop, onClose }: ExportDialogProps) {
  const { app, common, transfer } = useTexts();
  const { language } = usePreferences();
  const connection = useConnection();
  const { state, start } = useDownload(workshop);
  const leads = useSession((session) => session?.role === 'facilitator');
  const [isNamed, setNamed] = useState(false);
  const names = leads && isNamed;
  const isOffline = connection.state === 'offline';
  return (
    <Dialog title={transfer.exportTitle} closeLabel={common.close} onClose={onClose}>
      <p>{transfer.exportText(names)}</p>
      {isOffline && (
        <Notice tone="warning" title={transfer.exportOfflineTitle}>
          {transfer.exportOffline}
        </Notice>
      )}
      {connection.state === 'live' && connection.unsaved && (
        <Notice tone="info" title={transfer.exportUnsaved} />
      )}
      {leads && (
        <CheckField
          label={transfer.exportNames}
          help={transfer.exportNamesHelp}
          checked={isNamed}
          onChange={setNamed}
        />
      )}
      <ul className="formats">
        {FORMAT_IDS.map((id) => (
          <li className="format" key={id}>
            <div>
              <h3 className="format-name">{FORMATS[id][language]}</h3>
              <p className="format-use">{transfer.exportUses[id]}</p>
            </div>
            <Button
              icon={<Download aria-hidden="true" />}
              label={transfer.exportDownload(FORMATS[id][language])}
              disabled={isOffline}
              busy={state.kind === 'running' && state.format === id}
              onClick={() => start(id, names)}
            />
          </li>
        ))}
      </ul>
      {state.kind === 'running' && (
        <Progress label={transfer.exportRunning(FORMATS[state.format][language])} />
      )}
      {state.kind === 'failed' && (
        <Notice tone="error" title={app.problem(state.problem.code, state.problem.message)} />
      )}
      <p role="status">{state.kind === 'done' && transfer.exportDone(state.name)}</p>
    </Dialog>
  );
}
