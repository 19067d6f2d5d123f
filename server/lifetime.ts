/** How the process ends: on a signal, in order and in time; on a fault of ours, at once. */
import type { App } from './app.ts';
import type { Log } from './observability/log.ts';

/** As much of `process` as is needed here. */
export interface Host {
  readonly on: (event: string, listener: (cause: unknown) => void) => unknown;
  readonly exit: (code: number) => void;
}

/** A stop that takes longer has met something that hangs: it ends before somebody kills us. */
const stopWithinMs = 12_500;

/** After a fault nobody expected, what is in memory cannot be believed: the log on disk can. */
export function endOnFault(host: Host, log: Pick<Log, 'fatal'>): void {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    host.on(event, (err) => {
      log.fatal({ err }, 'the process cannot go on');
      host.exit(1);
    });
  }
}

/** Stops once, however many signals come: a Ctrl-C may arrive from the terminal and the launcher. */
export function stopOnSignal(host: Host, app: Pick<App, 'stop'>, log: Pick<Log, 'error'>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const tooLong = setTimeout(() => {
      log.error('not stopped in time');
      host.exit(1);
    }, stopWithinMs);
    try {
      await app.stop();
      host.exit(0);
    } catch (err) {
      log.error({ err }, 'not stopped in order');
      host.exit(1);
    }
    clearTimeout(tooLong);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) host.on(signal, () => void stop());
}
