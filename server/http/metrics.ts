/**
 * `GET /api/metrics`: for the operator's tools alone. With METRICS_TOKEN, its bearer and nobody
 * else: a proxy on this machine makes the whole world come from here. Without it, programs of this
 * machine; and nobody once PUBLIC_URL says that the server is reached from elsewhere.
 */
import type { Config } from '../config.ts';
import type { Disk } from '../disk.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Store } from '../store/store.ts';
import { tooOften } from './access.ts';
import { problem } from './answers.ts';
import type { Handler } from './routes.ts';
import { bearerOf, hashSecret, sameHash } from './secrets.ts';

export interface MetricsDeps {
  readonly metrics: Pick<Metrics, 'contentType' | 'read'>;
  readonly rooms: Pick<Rooms, 'stats'>;
  readonly disk: Disk;
  readonly store: Pick<Store, 'lastLook'>;
  readonly config: Pick<Config, 'metricsToken' | 'publicUrl'>;
  /** Slows whoever tries tokens. */
  readonly wrongTokens: RateLimit;
}

/** What cannot be looked at hides nothing else: it is when a disk fails that the rest is asked for. */
const unknown = (): number => Number.NaN;

export function showMetrics(deps: MetricsDeps): Handler {
  const { metrics, rooms, disk, store, config, wrongTokens } = deps;
  const { metricsToken, publicUrl } = config;
  const expected = metricsToken === undefined ? undefined : hashSecret(metricsToken);

  return async (request, { address, isLocal }) => {
    const given = bearerOf(request);
    const allowed = expected
      ? sameHash(hashSecret(given ?? ''), expected)
      : isLocal && publicUrl === undefined;
    if (!allowed) {
      const wait = given === undefined ? 0 : wrongTokens(address);
      return wait > 0 ? tooOften(wait) : problem('metrics-closed');
    }
    const { boards, people, connections, backlogBytes } = rooms.stats();
    const [freeBytes, databaseBytes, backupAt] = await Promise.all([
      disk.free().catch(unknown),
      disk.taken().catch(unknown),
      store.lastLook('backup').catch(unknown),
    ]);
    const backupSeconds = (backupAt ?? 0) / 1_000;
    const kept = { freeBytes, databaseBytes, backupSeconds };
    const load = { boards, people, connections, backlogBytes };
    const text = await metrics.read({ ...load, ...kept });
    return new Response(text, { headers: { 'content-type': metrics.contentType } });
  };
}
