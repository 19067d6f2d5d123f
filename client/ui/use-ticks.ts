/** Which lines of a review are ticked: all but those that wait for a person's word. */
import { useState } from 'react';

export interface Ticks {
  readonly isTaken: (key: string) => boolean;
  readonly take: (keys: readonly string[], isOn: boolean) => void;
}

interface Choice {
  readonly isOn: boolean;
  /** Whether the line waited when it was chosen. */
  readonly waited: boolean;
}

/** @param waits whether a line stays unticked until the person ticks it; asked anew each time */
export function useTicks(waits: (key: string) => boolean): Ticks {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  return {
    isTaken: (key) => {
      const choice = chosen.get(key);
      // Ticked before it began to wait: what it would replace was not seen.
      if (!choice || (choice.isOn && !choice.waited)) return !waits(key);
      return choice.isOn;
    },
    take: (keys, isOn) => {
      const choices = keys.map((key) => [key, { isOn, waited: waits(key) }] as const);
      setChosen((before) => new Map([...before, ...choices]));
    },
  };
}
