/**
 * What this browser would not store, by storage key: it lives as long as the page, and closing the
 * page asks first.
 */
export function createPageMemory<Value>() {
  const values = new Map<string, Value>();
  const ask = (event: Event): void => event.preventDefault();
  const askBeforeClosing = () => {
    if (values.size > 0) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
  return {
    get: (name: string): Value | undefined => values.get(name),
    names: (): readonly string[] => [...values.keys()],
    set: (name: string, value: Value): void => {
      values.set(name, value);
      askBeforeClosing();
    },
    /** As soon as it is stored after all, or no longer wanted. */
    delete: (name: string): void => {
      values.delete(name);
      askBeforeClosing();
    },
  };
}
