/** The formats of one kind, each with its button. */
import { Download } from 'lucide-react';
import { useId } from 'react';
import { FORMATS } from '../../../shared/export/formats.ts';
import { FORMAT_IDS, type FormatGroup, type FormatId } from '../../../shared/protocol/formats.ts';
import { transferWords } from '../../../shared/text/fr/transfer.ts';
import { usePreferences } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';

export interface FormatListProps {
  readonly group: FormatGroup;
  /** The one being prepared. */
  readonly running: FormatId | null;
  readonly disabled: boolean;
  readonly onDownload: (format: FormatId) => void;
}

export function FormatList({ group, running, disabled, onDownload }: FormatListProps) {
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
