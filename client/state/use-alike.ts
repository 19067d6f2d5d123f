/** What a title resembles while it is being typed, among what its author may see. */
import { useEffect, useState } from 'react';
import { alikeTo, type Titled, titlesOnShow } from '../../shared/finding/similar.ts';
import type { ActionId } from '../../shared/ids.ts';
import { useBoardClient } from './hooks.ts';

export interface AlikeTitle {
  readonly id: ActionId;
  /** Undefined for an idea of one's own that is hidden still. */
  readonly number: string | undefined;
  readonly title: string;
}

/** After the last key, milliseconds: nothing is compared under a hand that types. */
const quietMs = 500;
/** A word or two resemble too much. */
const leastLetters = 8;
const mostShown = 2;
/** Beyond, comparing takes longer than a frame. */
const mostCompared = 1_000;
const NONE: readonly never[] = [];

/** @param own one's own hidden ideas, the one being typed left out; the same list until it changes */
export function useAlike(title: string, own: readonly Titled[] = NONE): readonly AlikeTitle[] {
  const { board } = useBoardClient().stores;
  const [alike, setAlike] = useState<readonly AlikeTitle[]>(NONE);
  const typed = title.trim();
  useEffect(() => {
    if (typed.length < leastLetters) return setAlike(NONE);
    const timer = setTimeout(() => {
      const now = board.getState();
      const others = [...titlesOnShow(now), ...own];
      const titles = new Map(others.map((one) => [one.id, one.title]));
      const ids =
        others.length > mostCompared ? NONE : alikeTo({ id: TYPED, title: typed }, others);
      setAlike(
        ids.slice(0, mostShown).map((id) => ({
          id,
          number: now.numbers.get(id),
          title: titles.get(id) ?? '',
        })),
      );
    }, quietMs);
    return () => clearTimeout(timer);
  }, [typed, own, board]);
  return alike;
}

/** No action has such an id. */
const TYPED = '' as ActionId;
