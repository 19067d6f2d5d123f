/** What a workshop needs of a device and its network, each tried by itself and judged. */
import { type Tried, tryRequest, trySocket } from '../../sync/try-network.ts';
import { type DeviceTried, tryBrowser, tryStorage } from './device-tries.ts';

export const CHECKS = [
  'page',
  'http',
  'socket',
  'polling',
  'latency',
  'clock',
  'storage',
  'browser',
] as const;
export type CheckId = (typeof CHECKS)[number];

export interface Check {
  readonly id: CheckId;
  /** `unknown`: it takes another one, which failed; or our server would not try it. */
  readonly state: 'good' | 'bad' | 'unknown';
  /** Who answered; absent for what asks nobody. */
  readonly by?: Tried['by'];
  /** What answered, for a network's administrator. */
  readonly answered: string;
  /** Milliseconds: how long it took, or how far the clock is. */
  readonly ms: number | null;
}

/** Beyond, a letter is seen by others too late to write together. */
const slowMs = 1_500;
/** Beyond, deadlines and certificates are judged by the wrong day sooner or later. */
const clockMs = 120_000;
/** As long as most of what a page sends; what is longer it cuts smaller where the network asks for that. */
const bodyCharacters = 2_048;

/** What is running, by id; each ends within some ten seconds. */
export function startChecks(): Readonly<Record<CheckId, Promise<Check>>> {
  const http = tryRequest();
  // Once the first has opened the connection: the time there and back, and nothing else.
  const again = http.then(({ by }) => (by === 'ours' ? tryRequest() : undefined));
  return {
    page: Promise.resolve(pageCheck()),
    http: http.then((tried) => asked('http', tried)),
    socket: trySocket().then((tried) => asked('socket', tried)),
    polling: tryRequest('a'.repeat(bodyCharacters)).then((tried) => asked('polling', tried)),
    latency: again.then((tried) => measured('latency', tried?.ms, slowMs)),
    clock: again.then((tried) => measured('clock', tried?.aheadMs, clockMs)),
    storage: tryStorage().then((tried) => own('storage', tried)),
    browser: Promise.resolve(own('browser', tryBrowser())),
  };
}

const STATES = { ours: 'good', refused: 'unknown', foreign: 'bad', silent: 'bad' } as const;
const asked = (id: CheckId, { by, answered, ms }: Tried): Check => ({
  id,
  state: STATES[by],
  by,
  answered,
  ms,
});
const measured = (id: CheckId, ms: number | undefined, most: number): Check =>
  ms === undefined
    ? { id, state: 'unknown', answered: '', ms: null }
    : { id, state: Math.abs(ms) <= most ? 'good' : 'bad', answered: '', ms: Math.round(ms) };
const own = (id: CheckId, { isGood, answered }: DeviceTried): Check => ({
  id,
  state: isGood ? 'good' : 'bad',
  answered,
  ms: null,
});

/** It is here, or nobody would read this. */
function pageCheck(): Check {
  const [came] = performance.getEntriesByType?.('navigation') ?? [];
  const ms = came && 'responseEnd' in came ? Math.round(Number(came.responseEnd)) : null;
  return { id: 'page', state: 'good', answered: '', ms };
}
