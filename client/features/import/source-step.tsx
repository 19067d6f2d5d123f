/** Where the table is: a file, dropped or chosen, or cells pasted. */
import { useState } from 'react';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
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
  readonly onOpen: (source: Source) => void;
}

export function SourceStep({ said, onOpen }: SourceStepProps) {
  const t = useWords(intakeWords);
  const [text, setText] = useState('');
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
          onOpen({ kind: 'pasted', text });
        }}
      >
        <TextAreaField
          label={t.paste}
          help={t.pasteHelp}
          value={text}
          rows={5}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t.readPasted}
        </Button>
      </form>
    </Step>
  );
}
