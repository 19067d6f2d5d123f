/** What is pressed on kept work, and what is said of it; each thing done can be taken back. */
import { useState } from 'react';
import type { KeptItem } from '../../state/kept-shown.ts';
import type { Hands, How, Stays } from './hands.ts';
import type { Reading } from './reading.ts';

/** What was just done, in words. */
export interface Said {
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
}

export type Acts = ReturnType<typeof useActs>;

export function useActs({ putBack, discard }: Hands, { t }: Reading) {
  const [said, setSaid] = useState<Said | null>(null);
  const [stays, setStays] = useState<Stays>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const [share, setShare] = useState<number | null>(null);

  const onProgress = (seen: number, total: number) => setShare(seen < total ? seen / total : null);
  const during = async (act: () => Promise<Said>): Promise<Said> => {
    setIsBusy(true);
    const next = await act();
    setIsBusy(false);
    setShare(null);
    setSaid(next);
    return next;
  };
  return {
    said,
    stays,
    isBusy,
    /** How much of what is being put back is done, 0 to 1; null when it takes but a moment. */
    share,
    /** @returns what is said of it, for who shows it elsewhere */
    putBack: (items: readonly KeptItem[], how?: How): Promise<Said> =>
      during(async () => {
        const { stays: stayed, done, takeBack } = await putBack(items, { ...how, onProgress });
        setStays((before) => new Map([...before, ...stayed]));
        const undo = takeBack && (async () => setSaid(await undone(takeBack, t)));
        const text = [done > 0 && t.doneBack(done), stayed.size > 0 && t.stayed(stayed.size)];
        return { text: text.filter(Boolean).join(' '), undo };
      }),
    discard: (items: readonly KeptItem[]): Promise<Said> =>
      during(async () => {
        const takeBack = await discard(items);
        const undo = async () => {
          await takeBack();
          setSaid({ text: t.undone, undo: null });
        };
        return { text: t.discarded(items.length), undo };
      }),
  };
}

async function undone(takeBack: () => Promise<boolean>, t: Reading['t']): Promise<Said> {
  return { text: (await takeBack()) ? t.undone : t.undoLater, undo: null };
}
