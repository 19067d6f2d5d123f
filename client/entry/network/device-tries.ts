/** What a browser allows and knows, tried without asking anybody. Nothing here throws. */
import { deviceTexts } from '../../browser/texts.ts';

export interface DeviceTried {
  readonly isGood: boolean;
  /** What is missing, by the names of the platform. */
  readonly answered: string;
}

const storageKey = 'gommette.try';
/** A database that hangs is no better than one that is refused. */
const patienceMs = 3_000;

/** Whether what is written would still be here tomorrow. */
export async function tryStorage(): Promise<DeviceTried> {
  const missing = [
    ...(deviceTexts.isTaking() ? [] : ['localStorage']),
    ...((await opens()) ? [] : ['indexedDB']),
  ];
  return { isGood: missing.length === 0, answered: missing.join(', ') };
}

function opens(): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), patienceMs);
    try {
      const asked = indexedDB.open(storageKey);
      asked.onerror = () => resolve(false);
      // It is never there before: given up while it is made, it leaves nothing behind.
      asked.onupgradeneeded = () => {
        resolve(true);
        asked.transaction?.abort();
      };
    } catch {
      resolve(false);
    }
  });
}

/** The youngest things that the page is written and drawn with: `first-sight.js` asks for the same. */
export function tryBrowser(): DeviceTried {
  const known: readonly (readonly [name: string, isKnown: boolean])[] = [
    ['toSorted', 'toSorted' in Array.prototype],
    ['light-dark()', globalThis.CSS?.supports?.('color', 'light-dark(red, red)') ?? false],
    ['TransformStream', 'TransformStream' in globalThis],
    ['WebSocket', 'WebSocket' in globalThis],
    ['dialog', 'HTMLDialogElement' in globalThis],
  ];
  const missing = known.filter(([, isKnown]) => !isKnown).map(([name]) => name);
  return { isGood: missing.length === 0, answered: missing.join(', ') };
}
