/** What handlers are made of; each names what it takes. */
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Store } from '../store/store.ts';
import type { Visitors } from '../visitors.ts';
import type { Access } from './access.ts';
import type { Creation } from './creation.ts';
import type { OneByOne } from './one-by-one.ts';

/** What facilitators do to a board, and to who may come in. */
export interface BoardParts {
  readonly access: Access;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly oneByOne: OneByOne;
}
export interface HttpParts extends BoardParts {
  readonly clock: Clock;
  readonly visitors: Pick<Visitors, 'joined' | 'came' | 'left'>;
  readonly config: Pick<Config, 'maxImportBytes' | 'maxJoinedPerBoard' | 'purgeAfterDays'>;
  /** What links begin with that are made by a request. */
  readonly origin: (request: Pick<Request, 'headers'>) => string;
  readonly creation: Creation;
  readonly joins: RateLimit;
  /** Codes tried, right or wrong: a code is short enough to be found by trying. */
  readonly codes: RateLimit;
  /** The same, by everybody together: many addresses try no more codes than that. */
  readonly codesOverall: RateLimit;
}
