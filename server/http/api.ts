/** Answers what is asked of the API: finds its route, and says what went wrong when a handler threw. */
import type { IncomingMessage } from 'node:http';
import type { Services } from '../services.ts';
import { StoreFault } from '../store/store.ts';
import { WorkFault } from '../work/thread.ts';
import { problem } from './answers.ts';
import { addressOf, isLocal, toRequest } from './node.ts';
import { isOwnPage, type OwnPageRules } from './own-page.ts';
import { matchRoute, type Route } from './routes.ts';

/** A proxy of ours writes `X-Forwarded-For`, too. */
export interface ApiDeps extends Pick<Services, 'clock' | 'log'>, OwnPageRules {
  readonly routes: readonly Route[];
}
/** @param path undefined when the request line holds no address */
export type Api = (incoming: IncomingMessage, path: string | undefined) => Promise<Response>;

export function createApi({ routes, clock, log, ...rules }: ApiDeps): Api {
  return async (incoming, path = '') => {
    const method = incoming.method ?? '';
    const match = matchRoute(routes, method, path);
    if (match.kind === 'unknown')
      return problem(isApi(path) ? 'unknown-route' : 'method-not-allowed');
    if (match.kind === 'wrong-method')
      return problem('method-not-allowed', undefined, { allow: match.allowed.join(', ') });
    if (changes(method) && !isOwnPage(incoming, rules)) return problem('foreign-origin');
    const startedAt = clock();
    const [, route, handle] = match.route;
    const visit = {
      params: match.params,
      address: addressOf(incoming, rules.trustProxy),
      isLocal: isLocal(incoming),
    };
    const response = await handle(toRequest(incoming), visit).catch((err: unknown) => {
      if (!incoming.complete) return problem('bad-request'); // they left: nobody reads this
      log.error({ err, route }, 'request failed');
      return failure(err);
    });
    // The pattern, not the path; and never a header: what opens a door stays out of the log.
    log.debug({ method, route, status: response.status, ms: clock() - startedAt }, 'answered');
    return response;
  };
}

const changes = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

export const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

function failure(fault: unknown): Response {
  if (fault instanceof WorkFault && fault.kind === 'busy') return problem('busy');
  if (fault instanceof StoreFault)
    return problem(fault.kind === 'newer' ? 'newer-board' : 'storage');
  return problem('unexpected');
}
