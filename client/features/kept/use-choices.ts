/** What of a review is to be put back, and where actions go whose priority is no more. */
import { useState } from 'react';
import type { PriorityId } from '../../../shared/ids.ts';
import { type Ticks, useTicks } from '../../ui/use-ticks.ts';
import type { Line } from './review-lines.ts';

export interface Choices extends Ticks {
  readonly places: ReadonlyMap<string, PriorityId>;
  /** Ticks it too; null takes the choice back. */
  readonly place: (key: string, id: PriorityId | null) => void;
}

/** What others have changed too, and what has no place, waits for a person's word. */
export function useChoices(lines: readonly Line[]): Choices {
  const [places, setPlaces] = useState<ReadonlyMap<string, PriorityId>>(new Map());
  const waiting = new Set(
    lines.filter((line) => line.isContested || line.isPlaceless).map(({ key }) => key),
  );
  const { isTaken, take } = useTicks((key) => waiting.has(key));
  return {
    isTaken,
    take,
    places,
    place: (key, id) => {
      const next = new Map(places);
      if (id === null) next.delete(key);
      else next.set(key, id);
      setPlaces(next);
      take([key], id !== null);
    },
  };
}
