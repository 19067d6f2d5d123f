/** Where the table is: a file, dropped or chosen, or cells pasted. */
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import type { useHeldText } from '../../state/use-held-text.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DropZone } from './drop-zone.tsx';
import type { Source } from './read-source.ts';
import { Step } from './step.tsx';
import type { Stage } from './use-table-import.ts';

export interface SourceStepProps {
  readonly said: Extract<Stage, { readonly kind: 'source' }>['said'];
  /** The cells that are being pasted. */
  readonly paste: Pick<ReturnType<typeof useHeldText>, 'text' | 'write'>;
  readonly onOpen: (source: Source) => void;
}

export function SourceStep({ said, paste, onOpen }: SourceStepProps) {
  const t = useWords(intakeWords);
  return (
    <Step title={t.safe}>
      <p>{t.lead}</p>
      {said && <Notice tone={said.tone} title={said.sentence} />}
      <DropZone
        label={t.choose}
        hint={t.drop}
        accept=".xlsx,.ods,.csv,.tsv,.txt"
        isMain
        onFile={(file) => onOpen({ kind: 'file', file })}
      />
      <form
        className="intake-paste"
        onSubmit={(event) => {
          event.preventDefault();
          onOpen({ kind: 'pasted', text: paste.text });
        }}
      >
        <TextAreaField
          label={t.paste}
          help={t.pasteHelp}
          value={paste.text}
          rows={5}
          onChange={(event) => paste.write(event.target.value)}
        />
        <Button type="submit" disabled={paste.text.trim() === ''}>
          {t.readPasted}
        </Button>
      </form>
    </Step>
  );
}
