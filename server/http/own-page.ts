/**
 * Whether a request comes from a page of this server, or from no page: a page of another site must
 * not make somebody's browser act here. Programs send no origin; a browser always does with what
 * changes something, and cannot be made to lie about it.
 */
import type { IncomingMessage } from 'node:http';

export interface OwnPageRules {
  /** The origin people open, beside the one the request itself names. */
  readonly publicOrigin: () => string;
  /** Whether a proxy of ours writes `X-Forwarded-Host`. */
  readonly trustProxy: boolean;
}

export function isOwnPage(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { publicOrigin, trustProxy }: OwnPageRules,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicOrigin()) return true;
  // The browser's own word, which a proxy that rewrites Host does not change.
  if (headers['sec-fetch-site'] === 'same-origin') return true;
  if (!URL.canParse(origin)) return false;
  const forwarded = trustProxy ? String(headers['x-forwarded-host'] ?? '') : '';
  const names = [host, forwarded.split(',').at(-1)?.trim()];
  return names.some((name) => name?.toLowerCase() === new URL(origin).host);
}
