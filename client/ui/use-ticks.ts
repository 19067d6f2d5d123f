/** Which lines of a review are ticked: all but those that wait for a person's word. */
import { useState } from 'react';

export interface Ticks {
  readonly isTaken: (key: string) => boolean;
  readonly take: (keys: readonly string[], isOn: boolean) => void;
}

/** @param waits whether a line stays unticked until the person ticks it; asked anew each time */
export function useTicks(waits: (key: string) => boolean): Ticks {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  return {
    isTaken: (key) => chosen.get(key) ?? !waits(key),
    take: (keys, isOn) =>
      setChosen((before) => new Map([...before, ...keys.map((key) => [key, isOn] as const)])),
  };
}
