/** What this device keeps of all boards, for a page on which none is open. */
import { useEffect, useMemo, useState } from 'react';
import { late } from '../browser/late.ts';
import type { KeptDevice } from '../sync/kept/kept-device.ts';
import type { OpenedWorkshop } from './device.ts';
import { useOpenedWorkshops } from './hooks.ts';
import type { KeptItem, ShownKept } from './kept-shown.ts';

/** Of one person in one board. */
export interface KeptOfBoard extends ShownKept, Known {
  /** Whose it is; empty where this device has forgotten who that was. */
  readonly name: string;
  /** Others use this device too: who asks to see it says that it is theirs. */
  readonly isShared: boolean;
  /** It would go with the page. */
  readonly isOnlyHere: boolean;
}
type Known = Pick<KeptItem, 'boardId' | 'workshop' | 'personId'>;

/** Fetched apart: whoever keeps nothing waits for nothing. */
const fetchDevice = late(() => import('../sync/kept/kept-device.ts'));
const openDevice = async () => (await fetchDevice()).keptDevice();

/**
 * What is kept, by board and person, the latest first; nothing until that is known. One
 * that is emptied stays as long as the page, so that what was thrown away can be taken back.
 */
export function useKeptElsewhere(): readonly KeptOfBoard[] {
  const [items, setItems] = useState<readonly KeptItem[]>([]);
  const [known, setKnown] = useState<readonly Known[]>([]);
  const [isOnlyHere, setIsOnlyHere] = useState(false);
  const news = items.toReversed().filter((item) => known.every((one) => !isSame(one, item)));
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
  const workshops = useOpenedWorkshops();
  return useMemo(
    () =>
      known.map((one) => ({
        ...one,
        name: personOf(workshops, one)?.name ?? '',
        isShared: isShared(workshops, known, one),
        isOnlyHere,
        items: items.filter((item) => isSame(one, item)),
        discard: (asked) => discardThere(asked, setItems),
      })),
    [items, known, isOnlyHere, workshops],
  );
}

const isSame = (a: Known, b: Known): boolean =>
  a.boardId === b.boardId && a.personId === b.personId;

const personOf = (workshops: readonly OpenedWorkshop[], { boardId, personId }: Known) =>
  peopleIn(workshops.filter((one) => one.boardId === boardId)).find(
    (one) => one.personId === personId,
  );

/** Everybody whom the device knows, by whichever link; who was taken out of a workshop still used it. */
const peopleIn = (workshops: readonly OpenedWorkshop[]) =>
  workshops.flatMap(({ joined, aside = [] }) => (joined ? [joined].concat(aside) : aside));

/** Several people in that workshop, or several names on the device. */
function isShared(
  workshops: readonly OpenedWorkshop[],
  known: readonly Known[],
  { boardId }: Known,
): boolean {
  const names = peopleIn(workshops).map(({ name }) => name.trim().toLocaleLowerCase());
  const there = peopleIn(workshops.filter((one) => one.boardId === boardId));
  const ids = there.map(({ personId }) => personId);
  const owners = known.filter((one) => one.boardId === boardId).map(({ personId }) => personId);
  return new Set(ids.concat(owners)).size > 1 || new Set(names.filter(Boolean)).size > 1;
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
  const found: Known[] = [];
  for (const { boardId, workshop, personId } of items) {
    const one = { boardId, workshop, personId };
    if (!found.some((other) => isSame(other, one))) found.push(one);
  }
  return found;
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
