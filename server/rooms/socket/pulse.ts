/** Signs of life: asked for at intervals, and a peer that gives none for too long is silent. */
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { Peer } from './peer.ts';

export function createPulse(
  peer: Pick<Peer, 'ping'>,
  { pingSeconds, silenceSeconds }: Pick<Config, 'pingSeconds' | 'silenceSeconds'>,
  clock: Clock,
) {
  let heardAt = clock();
  let timer: NodeJS.Timeout | undefined;
  return {
    start: (onSilent: () => void) => {
      timer = setInterval(() => {
        if (clock() - heardAt <= silenceSeconds * 1_000) peer.ping();
        else onSilent();
      }, pingSeconds * 1_000);
    },
    /** Something came. */
    hear: () => {
      heardAt = clock();
    },
    stop: () => clearInterval(timer),
  };
}
