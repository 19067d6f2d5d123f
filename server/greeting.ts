/** What the process says once it listens, for whoever started it. */
import type { NetworkInterfaceInfo } from 'node:os';
import { type Config, publicOrigin } from './config.ts';

/**
 * @param port the one really listened on
 * @param addresses of this machine, as `os.networkInterfaces()` lists them
 */
export function greeting(
  config: Config,
  port: number,
  addresses: readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[],
): string {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const nearby = everywhere
    ? addresses.filter((each) => each.family === 'IPv4' && !each.internal)
    : [];
  return [
    `Gommette est prête : ${publicOrigin(config, port)}`,
    ...nearby.map(({ address }) => `Sur le réseau : http://${address}:${port}`),
  ].join('\n');
}
