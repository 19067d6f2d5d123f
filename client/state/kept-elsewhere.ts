/** What this device keeps of all boards, for a page on which none is open. */
import { useEffect, useMemo, useState } from 'react';
import { late } from '../browser/late.ts';
import type { KeptDevice } from '../sync/kept/kept-device.ts';
import type { KeptItem, ShownKept } from './kept-shown.ts';

/** Of one board. */
export interface KeptOfBoard extends ShownKept, Pick<KeptItem, 'boardId' | 'workshop'> {
  /** It would go with the page. */
  readonly isOnlyHere: boolean;
}
type Known = Pick<KeptOfBoard, 'boardId' | 'workshop'>;

/** Fetched apart: whoever keeps nothing waits for nothing. */
const fetchDevice = late(() => import('../sync/kept/kept-device.ts'));
const openDevice = async () => (await fetchDevice()).keptDevice();

/**
 * Boards of which something is kept, the one of the latest first; none until that is known. One
 * that is emptied stays as long as the page, so that what was thrown away can be taken back.
 */
export function useKeptElsewhere(): readonly KeptOfBoard[] {
  const [items, setItems] = useState<readonly KeptItem[]>([]);
  const [known, setKnown] = useState<readonly Known[]>([]);
  const [isOnlyHere, setIsOnlyHere] = useState(false);
  const news = items
    .toReversed()
    .filter(({ boardId }) => known.every((k) => k.boardId !== boardId));
  if (news.length > 0) setKnown(known.concat(firstOfEach(news)));
  useEffect(() => {
    const stops: (() => void)[] = [];
    let left = false;
    void openDevice().then((device) => {
      if (left) return;
      const read = async () => {
        const all = await device.all();
        if (left) return;
        setItems(inOrder(all));
        setIsOnlyHere(!device.isLasting());
      };
      stops.push(
        device.onChange(() => void read()),
        askBeforeClosing(device),
      );
      void read();
    });
    return () => {
      left = true;
      for (const stop of stops) stop();
    };
  }, []);
  return useMemo(
    () =>
      known.map(({ boardId, workshop }) => ({
        boardId,
        workshop,
        isOnlyHere,
        items: items.filter((item) => item.boardId === boardId),
        discard: (asked) => discardThere(asked, setItems),
      })),
    [items, known, isOnlyHere],
  );
}

/** @returns how to stop */
function askBeforeClosing({ isLasting }: Pick<KeptDevice, 'isLasting'>): () => void {
  const ask = (event: Event) => isLasting() || event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

const inOrder = (items: readonly KeptItem[]): readonly KeptItem[] =>
  items.toSorted((a, b) => a.at - b.at);

function firstOfEach(items: readonly KeptItem[]): readonly Known[] {
  const boards = new Map<KeptItem['boardId'], Known>();
  for (const { boardId, workshop } of items)
    if (!boards.has(boardId)) boards.set(boardId, { boardId, workshop });
  return [...boards.values()];
}

async function discardThere(
  asked: readonly KeptItem[],
  show: (items: readonly KeptItem[]) => void,
): Promise<() => Promise<void>> {
  const device = await openDevice();
  const drop = asked.map(({ key }) => key);
  const change: typeof device.change = async (edit) => {
    const receipt = await device.change(edit);
    show(inOrder(await device.all()));
    return receipt;
  };
  await change(() => ({ put: [], drop }));
  return async () => void (await change(() => ({ put: asked, drop: [] })));
}
