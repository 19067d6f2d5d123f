/** Which handler answers a method and a path: one table, read from top to bottom. */

export interface Visit {
  /** What the `:names` of the pattern stand for, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Who asks, for rate limits. */
  readonly address: string;
  /** Whether a program of this machine asks, by itself. */
  readonly isLocal: boolean;
}
/** Handlers know no socket: a request in, a response out. */
export type Handler = (request: Request, visit: Visit) => Promise<Response>;
export type Route = readonly [
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  pattern: string,
  handler: Handler,
];

export type Match =
  | {
      readonly kind: 'found';
      readonly route: Route;
      readonly params: Visit['params'];
    }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

/** @param method HEAD is answered as GET is; who sends the answer leaves its body out */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match {
  const allowed: string[] = [];
  for (const route of routes) {
    const params = paramsOf(route[1], path);
    if (!params) continue;
    if (route[0] === (method === 'HEAD' ? 'GET' : method)) return { kind: 'found', route, params };
    allowed.push(...(route[0] === 'GET' ? ['GET', 'HEAD'] : [route[0]]));
  }
  return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'unknown' };
}

function paramsOf(pattern: string, path: string): Visit['params'] | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decode(given[index] ?? '');
    if (value === undefined) return undefined;
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined; // a lone percent sign: no path of ours
  }
}
