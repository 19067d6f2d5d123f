/** What of one person is recorded in a minute: events stay for ever, and each opening reads them all. */
import type { PersonId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import { createRateLimit } from '../../rate-limit.ts';

const bytesPerMinute = 2 * 2 ** 20;
/** What a row takes besides, and what deciding, syncing and telling everybody costs. */
const bytesPerEvent = 2_000;

/** @returns false when it is more than is left, and nothing was taken */
export type SpendEvents = (person: PersonId, events: readonly Uint8Array[]) => boolean;

export function createEventBudget(clock: Clock): SpendEvents {
  const spend = createRateLimit(bytesPerMinute, clock);
  return (person, events) =>
    spend(
      person,
      events.reduce((sum, { length }) => sum + length + bytesPerEvent, 0),
    ) === 0;
}
