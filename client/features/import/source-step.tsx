/** Where the table is: a file, dropped or chosen, or cells pasted. */
import { useState } from 'react';
import type { Grid } from '../../../shared/import/table.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import type { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DropZone } from './drop-zone.tsx';
import { tablesIn } from './html-tables.ts';
import type { Source } from './read-source.ts';
import { Step } from './step.tsx';
import type { Stage } from './use-table-import.ts';

export interface SourceStepProps {
  readonly said: Extract<Stage, { readonly kind: 'source' }>['said'];
  /** The cells that are being pasted. */
  readonly paste: Pick<ReturnType<typeof useHeldText>, 'text' | 'write'>;
  readonly onOpen: (source: Source) => void;
}

/** What another program put on the clipboard: a text, and beside it the tables it stands for. */
interface Copied {
  readonly text: string;
  readonly grids: readonly Grid[];
}
const clipboardIn = (data: DataTransfer): Copied => ({
  text: data.getData('text/plain').replace(/\r\n?/g, '\n'),
  grids: tablesIn(data.getData('text/html')),
});

export function SourceStep({ said, paste, onOpen }: SourceStepProps) {
  const t = useWords(intakeWords);
  const [copied, setCopied] = useState<Copied>({ text: '', grids: [] });
  return (
    <Step title={t.safe}>
      <p>{t.lead}</p>
      {said && <Notice tone={said.tone} title={said.sentence} />}
      <DropZone
        label={t.choose}
        hint={t.drop}
        accept=".xlsx,.ods,.fods,.csv,.tsv,.txt,.html,.htm,.xls"
        isMain
        onFile={(file) => onOpen({ kind: 'file', file })}
      />
      <form
        className="intake-paste"
        onSubmit={(event) => {
          event.preventDefault();
          // What was copied has its tables, for as long as nobody changes its text.
          const grids = copied.text === paste.text ? copied.grids : [];
          onOpen({ kind: 'pasted', text: paste.text, ...(grids.length > 0 && { grids }) });
        }}
      >
        <TextAreaField
          label={t.paste}
          help={t.pasteHelp}
          value={paste.text}
          rows={5}
          onChange={(event) => paste.write(event.target.value)}
          onPaste={(event) => {
            if (paste.text !== '') return;
            const { text, grids } = clipboardIn(event.clipboardData);
            if (grids.length === 0) return;
            event.preventDefault();
            setCopied({ text, grids });
            paste.write(text);
          }}
        />
        <Button type="submit" disabled={paste.text.trim() === ''}>
          {t.readPasted}
        </Button>
      </form>
    </Step>
  );
}
