/** What most parts of the server stand on; each names what it takes. */
import type { Alarm, Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './observability/log.ts';
import type { Measures } from './observability/measures.ts';
import type { Store } from './store/store.ts';

export interface Services {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly measures: Measures;
  readonly log: Log;
}
