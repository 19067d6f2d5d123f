/** A log kept in memory, to see what would have been written. */
import { createLog, type Log } from '../../server/observability/log.ts';

export interface MemoryLog {
  readonly log: Log;
  /** The lines so far, oldest first. */
  lines(): readonly Record<string, unknown>[];
}

export function memoryLog(logLevel: 'debug' | 'info' | 'warn' = 'info'): MemoryLog {
  const written: string[] = [];
  const log = createLog({ logLevel }, { write: (line) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line)) };
}
