/** « Vos fiches : 4.1, 2.1 »: what was confided to somebody, said when it arrives, and marked on its card. */
import { useEffect, useRef } from 'react';
import type { ActionId } from '../../../shared/ids.ts';
import { groupsWords } from '../../../shared/text/fr/groups.ts';
import { useBoard, useBoardClient } from '../../state/hooks.ts';
import { useKeys } from '../../state/keys.ts';
import { nextAmong, useIsMySheet, useMySheets } from '../../state/my-sheets.ts';
import { useWords } from '../../state/words.ts';
import { say } from '../../ui/toast-queue.ts';
import { MyPledges } from './my-pledges.tsx';
import { OnlyMine } from './only-mine.tsx';
import './my-sheets.css';

export interface MySheetsProps {
  /** The action whose sheet is open, asked at a press: opening one draws nothing here. */
  readonly opened: () => ActionId | null;
  readonly onOpen: (id: ActionId) => void;
}

export function MySheets({ opened, onOpen }: MySheetsProps) {
  const { step: t } = useWords();
  const ids = useMySheets();
  useArrivals(ids);
  const openNext = () => {
    const next = nextAmong(ids, opened());
    if (next !== null) onOpen(next);
  };
  useKeys(t.keys, ids.length === 0 ? [] : [{ key: 'o', label: t.nextSheet, run: openNext }]);
  return (
    <>
      <MyPledges />
      {ids.length > 0 && (
        <p className="my-sheets">
          {t.yourSheets(ids.length)}{' '}
          {ids.map((id) => (
            <OneSheet key={id} id={id} onOpen={onOpen} />
          ))}
          <OnlyMine />
        </p>
      )}
    </>
  );
}

interface OneSheetProps extends Pick<MySheetsProps, 'onOpen'> {
  readonly id: ActionId;
}

function OneSheet({ id, onOpen }: OneSheetProps) {
  const number = useBoard(({ numbers }) => numbers.get(id));
  const title = useBoard(({ actions }) => actions.get(id)?.title);
  return (
    <button type="button" translate="no" title={title} onClick={() => onOpen(id)}>
      {number} <span className="visually-hidden">{title}</span>
    </button>
  );
}

/** Those that were there when the page came are no news. */
function useArrivals(ids: readonly ActionId[]): void {
  const { step: t } = useWords();
  const { mine } = useWords(groupsWords);
  const { stores } = useBoardClient();
  const known = useRef<ReadonlySet<ActionId> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(ids);
    if (!before) return;
    const { numbers, actions } = stores.board.getState();
    const arrived = ids.filter((one) => !before.has(one));
    const [first] = arrived;
    if (first === undefined) return;
    const numberOf = (id: ActionId) => numbers.get(id) ?? '';
    // Dealt many at once, they are told at once.
    if (arrived.length === 1) say(t.sheetArrived(numberOf(first), actions.get(first)?.title ?? ''));
    else say(mine.arrived(arrived.length, arrived.map(numberOf)));
  }, [ids, stores, t, mine]);
}

/** On a card of theirs. */
export function MySheetMark({ id }: { readonly id: ActionId }) {
  const { step: t } = useWords();
  return useIsMySheet(id) ? <p className="my-sheet-mark">{t.yourSheet}</p> : null;
}
