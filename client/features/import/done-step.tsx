/** What came of an import, in a sentence, and the way back. */
import type { Translation } from '../../../shared/text/en.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Step } from './step.tsx';
import type { ImportResult, TableImport } from './use-table-import.ts';

export interface DoneStepProps {
  readonly result: ImportResult;
  readonly table: TableImport;
  readonly onClose: () => void;
}

export function DoneStep({ result, table, onClose }: DoneStepProps) {
  const t = useWords(intakeWords);
  const { what, from, isUndone, isStopped } = result;
  const again = from ? (
    <Button onClick={() => table.lookAgain(from)}>{t.review}</Button>
  ) : (
    <Button onClick={table.restart}>{t.back}</Button>
  );
  return (
    <Step
      title={isStopped ? t.stopped : t.done}
      foot={
        <>
          {result.steps > 0 && !isUndone && (
            <Button onClick={() => table.undo(result)}>{t.undo}</Button>
          )}
          {again}
          <Button variant="primary" onClick={onClose}>
            {t.finish}
          </Button>
        </>
      }
    >
      <p className="intake-result" role="status">
        {isUndone ? (what === 'actions' ? t.undone : t.undoneFrame) : sentence(result, t)}
      </p>
      {!isUndone && result.refused > 0 && (
        <Notice tone="warning" title={t.notDone(result.refused)} />
      )}
      {!isUndone && result.isFull && <Notice tone="warning" title={t.full} />}
    </Step>
  );
}

type Words = Translation['intake'];

function sentence({ what, changed, added, discarded }: ImportResult, t: Words): string {
  if (what !== 'actions') return t.doneEntities(what, added);
  return changed + added + discarded > 0 ? t.doneChanges(changed, added, discarded) : t.doneNothing;
}
