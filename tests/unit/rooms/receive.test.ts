import { expect, test } from 'vitest';
import { createMetrics } from '../../../server/observability/metrics.ts';
import type { Admission } from '../../../server/rooms/board/admit.ts';
import { createClientIds } from '../../../server/rooms/board/client-ids.ts';
import { createReceive } from '../../../server/rooms/board/receive.ts';
import { newBatch } from '../../../server/rooms/keep/batch.ts';
import type { Connection } from '../../../server/rooms/socket/connection.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { memoryLog } from '../../support/log.ts';
import { seriesOf } from '../../support/metrics.ts';
import { syncFrame } from '../../support/sync-client.ts';

const bytes = Uint8Array.of(1, 2, 3);
const from = { person: { id: 'ana' } } as Connection;

/** What is made of an update that was judged so. */
function opened(admission: Admission, apply: (update: Uint8Array) => void = () => {}) {
  const batch = newBatch();
  const clients = createClientIds(new Map());
  const metrics = createMetrics();
  const { log, lines } = memoryLog();
  const receive = createReceive({
    id: 'board' as BoardId,
    document: { live: createDoc, apply },
    judge: () => admission,
    batches: { gather: () => batch },
    clients,
    holderOf: () => undefined,
    rules: () => [],
    clock: () => 7,
    measures: metrics.measures,
    log,
  });
  const admitted = async () => {
    const load = {
      boards: 0,
      people: 0,
      connections: 0,
      backlogBytes: 0,
      freeBytes: 0,
      databaseBytes: 0,
      backupSeconds: 0,
    };
    return seriesOf(await metrics.read(load)).get('gommette_updates_admitted_total');
  };
  const reception = receive(from, { bytes, number: 4, isAnswer: false });
  return { reception, batch, clients, lines, admitted };
}

test('[RO25] an admitted update is kept, shown and claimed with the batch that is gathered', async () => {
  const applied: Uint8Array[] = [];
  const { reception, batch, clients, admitted } = opened(
    { kind: 'admitted', effect: true, claims: [9], ends: new Map([[9, 2]]) },
    (update) => applied.push(update),
  );
  expect([reception, applied]).toEqual([{ kind: 'taken' }, [bytes]]);
  expect(batch).toMatchObject({
    entries: [{ kind: 'update', author: 'ana', at: 7, bytes }],
    claims: new Map([[9, 'ana']]),
    ends: new Map([[9, 2]]),
    broadcasts: [{ from, message: syncFrame('update', bytes) }],
    settled: new Map([[from, 4]]),
  });
  expect([clients.ownerOf(9), await admitted()]).toEqual(['ana', 1]);
});

test('[RO2] what changes nothing is settled with the batch, and is neither kept nor shown', async () => {
  const { reception, batch, admitted } = opened({
    kind: 'admitted',
    effect: false,
    claims: [],
    ends: new Map(),
  });
  expect(reception).toEqual({ kind: 'taken' });
  expect([batch.settled.get(from), batch.entries, batch.broadcasts]).toEqual([4, [], []]);
  expect(await admitted()).toBe(0);
});

test.each<Admission>([{ kind: 'gap' }, { kind: 'refused', reason: 'step' }])(
  '[RO3] of what is not admitted nothing stays: %o',
  (admission) => {
    const { reception, batch, clients } = opened(admission);
    expect(reception).toEqual(admission);
    expect([batch.settled.size, batch.entries.length, clients.size()]).toEqual([0, 0, 0]);
  },
);

test('[RO29] an admitted update that does not apply is our fault: it is said so, and not kept', () => {
  const { reception, batch, clients, lines } = opened(
    { kind: 'admitted', effect: true, claims: [9], ends: new Map([[9, 2]]) },
    () => {
      throw new Error('it waits for another');
    },
  );
  expect(reception).toEqual({ kind: 'misjudged' });
  expect([batch.entries, batch.broadcasts, clients.size()]).toEqual([[], [], 0]);
  expect(lines()).toMatchObject([{ level: 'error', board: 'board', person: 'ana' }]);
});
