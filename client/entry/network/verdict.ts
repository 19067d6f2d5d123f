/** What stands in the way, by what was tried: one table, read from top to bottom. */
import type { Verdict } from '../../../shared/protocol/obstacles.ts';
import type { Check, CheckId } from './checks.ts';

/** The status of a gateway whose server does not answer it. */
const GATEWAY = /^50[234]/;

/** @param isOnline what the device says of its own network */
export function verdictOf(checks: readonly Check[], isOnline: boolean): Verdict {
  const check = (id: CheckId) => checks.find((each) => each.id === id);
  const isBad = (id: CheckId) => check(id)?.state === 'bad';
  const isUnknown = (id: CheckId) => check(id)?.state === 'unknown';
  const http = check('http');
  const table: readonly (readonly [met: boolean, Verdict])[] = [
    [isBad('http') && !isOnline, 'offline'],
    [http?.by === 'foreign' && GATEWAY.test(http.answered), 'stopped'],
    [http?.by === 'foreign', 'portal'],
    [isBad('http'), 'stopped'],
    [isBad('socket') && isBad('polling'), 'blocked'],
    // The live link alone is enough where it passes.
    [isUnknown('socket') || (isBad('socket') && isUnknown('polling')), 'untried'],
    [isBad('browser'), 'oldBrowser'],
    [isBad('storage'), 'storage'],
    [isBad('socket'), 'fallback'],
  ];
  return table.find(([met]) => met)?.[1] ?? 'fine';
}
