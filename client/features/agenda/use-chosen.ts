/** A choice shown as made while the server is asked; what it answers decides. */
import { useState } from 'react';

export function useChosen<Value>(
  stored: Value,
  save: (value: Value) => Promise<unknown>,
): readonly [Value, (value: Value) => void] {
  const [chosen, setChosen] = useState<{ readonly value: Value } | null>(null);
  const choose = (value: Value) => {
    const choice = { value };
    setChosen(choice);
    void save(value).finally(() => setChosen((last) => (last === choice ? null : last)));
  };
  return [chosen ? chosen.value : stored, choose];
}
