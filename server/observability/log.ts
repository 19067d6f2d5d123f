/**
 * The technical log: one JSON line per fact, for whoever runs the server.
 * It says what happened to which board, never what people wrote, who they are or what opens a door.
 * Callers pass ids and numbers; the redaction below is a second net, not a licence.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Fields that never leave the process, at the top of a line or one or two levels down. */
const secrets = ['token', 'ticket', 'authorization', 'cookie', 'name', 'title', 'text', 'bytes'];
const paths = secrets.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** @param destination where lines go; the standard output when absent */
export const createLog = (
  { logLevel }: Pick<Config, 'logLevel'>,
  destination?: DestinationStream,
): Log =>
  pino(
    {
      level: logLevel,
      base: null, // one process: its id and host tell nothing
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[retiré]' },
    },
    destination,
  );
