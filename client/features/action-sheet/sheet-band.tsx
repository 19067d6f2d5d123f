/** What became of the action while its sheet was open, said politely; the sheet stays as it is. */
import { type ReactNode, useEffect, useState } from 'react';
import { mergeRoot } from '../../../shared/board/board.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';
import { sheetWords } from '../../../shared/text/fr/sheet.ts';
import { useBoard, useBoardClient, useCan, useNumber } from '../../state/hooks.ts';
import { useActionAuthorship, useActionField } from '../../state/use-action-field.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRestore } from './sheet-tools.tsx';
import './sheet-band.css';

export interface SheetBandProps {
  readonly id: ActionId;
  readonly isGone: boolean;
  /** The person could write here when the sheet was opened, and cannot any more. */
  readonly isLocked: boolean;
  readonly onGo: (id: ActionId) => void;
}

/** The region is there before its words: one that arrives together with them is often not read. */
export function SheetBand(props: SheetBandProps) {
  return (
    <div className="sheet-band" role="status">
      <Words {...props} />
    </div>
  );
}

function Words({ id, isGone, isLocked, onGo }: SheetBandProps): ReactNode {
  const t = useWords(sheetWords);
  const isDiscarded = useActionField(id, 'discarded') === true;
  const target = useBoard((board) => {
    const action = board.actions.get(id);
    return action && mergeRoot(board.actions, action);
  });
  if (isGone) return <Said title={t.band.gone} text={t.band.goneText} />;
  if (target !== undefined) return <Merged target={target} onGo={onGo} />;
  if (isDiscarded) return <Discarded id={id} />;
  return (
    <>
      {isLocked && <Said title={t.band.locked} text={t.band.lockedText} />}
      <Moved id={id} />
    </>
  );
}

interface SaidProps {
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
  /** Given where the text has people's words in it. */
  readonly translate?: 'no';
}

const Said = ({ title, text, action, translate }: SaidProps) => (
  <Notice tone="info" title={title} action={action}>
    <p translate={translate}>{text}</p>
  </Notice>
);

function Merged({ target, onGo }: { readonly target: ActionId } & Pick<SheetBandProps, 'onGo'>) {
  const t = useWords(sheetWords);
  const number = useNumber(target) ?? '';
  const title = useActionField(target, 'title') ?? '';
  return (
    <Said
      translate="no"
      title={t.band.merged}
      text={t.band.mergedText(number, title)}
      action={<Button onClick={() => onGo(target)}>{t.band.mergedOpen}</Button>}
    />
  );
}

function Discarded({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const canRestore = useCan('discard', useActionAuthorship(id));
  const restore = useRestore(id);
  return (
    <Said
      title={t.band.discarded}
      text={t.band.discardedText}
      action={canRestore && <Button onClick={restore}>{t.restore}</Button>}
    />
  );
}

function Moved({ id }: { readonly id: ActionId }) {
  const t = useWords(sheetWords);
  const [moved, dismiss] = useMovedByOthers(id);
  const number = useNumber(id) ?? '';
  const priorityId = useActionField(id, 'priorityId');
  const priority = useBoard((board) => board.priorities.find((p) => p.id === priorityId)?.title);
  if (!moved) return null;
  return (
    <Said
      translate="no"
      title={t.band.moved}
      text={t.band.movedText(number, priority ?? t.noPriority)}
      action={<Button onClick={dismiss}>{t.band.understood}</Button>}
    />
  );
}

/** Whether others took the action to another priority since the sheet was opened. */
function useMovedByOthers(id: ActionId): readonly [boolean, () => void] {
  const { board, touchedByOthers } = useBoardClient().stores;
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    const priorityOf = (): PriorityId | undefined => board.getState().actions.get(id)?.priorityId;
    let known = priorityOf();
    const stops = [
      touchedByOthers.subscribe((touched) => {
        if (touched.has(id) && priorityOf() !== known) setMoved(true);
      }),
      // Whose change it was is told after the change itself: what is known waits for that.
      board.subscribe(() =>
        queueMicrotask(() => {
          known = priorityOf();
        }),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [id, board, touchedByOthers]);
  return [moved, () => setMoved(false)];
}
