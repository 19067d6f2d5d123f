/** Whether people may enter by a code now, and the code. The server tells it to every facilitator. */
import { showCode } from '../../../shared/session/entry-code.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { openEntry } from '../../entry/access.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface EntryByCodeProps {
  readonly workshop: OpenedWorkshop;
  /** Null while entry is closed. */
  readonly code: string | null;
}

export function EntryByCode({ workshop, code }: EntryByCodeProps) {
  const access = useWords(accessWords);
  const { busy, problem, send } = useSending();
  return (
    <section className="entry-by-code" aria-labelledby="entry-title">
      <h3 id="entry-title">{access.codeTitle}</h3>
      <p className="field-help">{code === null ? access.codeClosed : access.codeOpen}</p>
      {code !== null && (
        <p className="entry-code">
          <span className="visually-hidden">{access.codeNow} </span>
          {showCode(code)}
        </p>
      )}
      {problem && <Notice tone="error" title={problem} />}
      <Button busy={busy} onClick={() => void send(openEntry(workshop, code === null))}>
        {code === null ? access.openCode : access.closeCode}
      </Button>
    </section>
  );
}
