/** What came of an import, in a sentence, and the way back. */
import type { Translation } from '../../../shared/text/en.ts';
import { intakeWords } from '../../../shared/text/fr/intake.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Step } from './step.tsx';
import type { ImportResult } from './use-table-import.ts';

export interface DoneStepProps {
  readonly result: ImportResult;
  readonly onUndo: () => void;
  readonly onLookAgain: (from: NonNullable<ImportResult['from']>) => void;
  readonly onRestart: () => void;
  readonly onClose: () => void;
}

export function DoneStep({ result, onUndo, onLookAgain, onRestart, onClose }: DoneStepProps) {
  const t = useWords(intakeWords);
  const { what, from, isUndone, isStopped } = result;
  const again = from ? (
    <Button onClick={() => onLookAgain(from)}>{t.review}</Button>
  ) : (
    <Button onClick={onRestart}>{t.back}</Button>
  );
  return (
    <Step
      title={isStopped ? t.stopped : t.done}
      foot={
        <>
          {result.steps > 0 && !isUndone && <Button onClick={onUndo}>{t.undo}</Button>}
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
