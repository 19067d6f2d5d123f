/**
 * The measures as Prometheus reads them, beside those of the process (memory, event-loop delay).
 * A registry of its own: two servers in one process do not count for each other.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { CLOSE } from '../../shared/protocol/close.ts';
import { REFUSALS } from '../../shared/protocol/messages.ts';
import { REQUEST_REFUSALS } from '../../shared/session/refusals.ts';
import type { Measures, SocketEnd } from './measures.ts';

/** What is there at the moment of a reading. */
interface Load {
  readonly boards: number;
  readonly people: number;
  readonly connections: number;
  /** Sent and not yet taken by the network, all connections together. */
  readonly backlogBytes: number;
  readonly freeBytes: number;
  readonly databaseBytes: number;
  /** Since 1970; 0 before the first. */
  readonly backupSeconds: number;
}
export type Metrics = ReturnType<typeof createMetrics>;

/** From what memory takes to what people would call a pause. */
const appendSeconds = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
const syncSeconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** How often the delay of the event loop is looked at: each look wakes a server that does nothing. */
const loopDelayMs = 50;

function createInstruments() {
  const register = new Registry();
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: loopDelayMs });
  const registers = [register];
  return {
    register,
    counter: <Label extends string = never>(name: string, help: string, label?: Label) =>
      new Counter<Label>({
        name: `gommette_${name}`,
        help,
        registers,
        labelNames: label === undefined ? [] : [label],
      }),
    gauge: (name: string, help: string) => new Gauge({ name: `gommette_${name}`, help, registers }),
    histogram: (name: string, help: string, buckets: number[]) =>
      new Histogram({ name: `gommette_${name}`, help, buckets, registers }),
  };
}

export function createMetrics() {
  const { register, counter, gauge, histogram } = createInstruments();
  const gauges: Readonly<Record<keyof Load, Gauge>> = {
    boards: gauge('boards_open', 'Boards somebody is in'),
    people: gauge('people_connected', 'People with a socket open'),
    connections: gauge('sockets_open', 'Sockets open at a board'),
    backlogBytes: gauge('backlog_bytes', 'Bytes sent that the network has not taken yet'),
    freeBytes: gauge('disk_free_bytes', 'Bytes left where boards are kept'),
    databaseBytes: gauge('database_bytes', 'Bytes of the database and its log on the disk'),
    backupSeconds: gauge('backup_timestamp_seconds', 'When a backup was last verified, since 1970'),
  };
  const admitted = counter('updates_admitted_total', 'Updates let into a board');
  const refused = counter('updates_refused_total', 'Updates refused, by reason', 'reason');
  const granted = counter('requests_granted_total', 'Requests to the session that were granted');
  const denied = counter('requests_refused_total', 'Requests refused, by reason', 'reason');
  const append = histogram('append_seconds', 'Time to append a batch', appendSeconds);
  const sync = histogram('sync_seconds', 'Time for the disk to keep a batch', syncSeconds);
  const presence = counter('presence_frames_total', 'Presence frames, in and out', 'way');
  const closed = counter('sockets_closed_total', 'Sockets that ended, by how', 'end');

  const held = gauge('purges_held', 'Whether boards that are due stay, the clock being in doubt');

  // A series that exists from the start is seen to rise from nought.
  for (const reason of REFUSALS) refused.inc({ reason }, 0);
  for (const reason of REQUEST_REFUSALS) denied.inc({ reason }, 0);
  for (const end of [...Object.keys(CLOSE), 'left', 'silent'] as SocketEnd[])
    closed.inc({ end }, 0);

  const measures: Measures = {
    updateAdmitted: () => admitted.inc(),
    updateRefused: (reason) => refused.inc({ reason }),
    requestGranted: () => granted.inc(),
    requestRefused: (reason) => denied.inc({ reason }),
    appendTook: (milliseconds) => append.observe(milliseconds / 1_000),
    syncTook: (milliseconds) => sync.observe(milliseconds / 1_000),
    presenceCame: () => presence.inc({ way: 'in' }),
    presenceSent: (receivers) => presence.inc({ way: 'out' }, receivers),
    purgesHeld: (are) => held.set(Number(are)),
    socketClosed: (end) => closed.inc({ end }),
  };
  return {
    measures,
    contentType: register.contentType as string,
    /** Everything counted so far and the load now, in the text format of Prometheus. */
    read: (load: Load) => {
      for (const [name, value] of Object.entries(load)) gauges[name as keyof Load].set(value);
      return register.metrics();
    },
  };
}
