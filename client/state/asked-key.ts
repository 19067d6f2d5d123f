/** What the person is asked for while a workshop is being created: the key that some servers want. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface AskedKey {
  /** One was given already, and is not the one. */
  readonly isWrong: boolean;
  /** @param key null when the person gives it up */
  readonly answer: (key: string | null) => void;
}

const askedKeyStore = createStore<{ readonly asked: AskedKey | null }>(() => ({ asked: null }));

/** Null while nothing is asked. */
export const useAskedKey = (): AskedKey | null => useStore(askedKeyStore, ({ asked }) => asked);

/** Resolves with what the person gives; null once it is given up. */
export const askKey = (isWrong: boolean): Promise<string | null> =>
  new Promise((resolve) => {
    const answer = (key: string | null) => {
      askedKeyStore.setState({ asked: null });
      resolve(key);
    };
    askedKeyStore.setState({ asked: { isWrong, answer } });
  });
