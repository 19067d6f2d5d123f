/**
 * Where links lead when no address was set: to where whoever creates them is. They are told to that
 * one alone, so that a header can mislead nobody but its own sender.
 */
export interface OriginRules {
  /** Of the settings; it wins over what any request says. */
  readonly publicUrl: string | undefined;
  /** Whether a proxy of ours writes `X-Forwarded-Host` and `X-Forwarded-Proto`. */
  readonly trustProxy: boolean;
  /** The address listened on, for a request that names none. */
  readonly listened: () => string;
}

/** A name or an address, with a port or without: nothing that could end a link and begin another text. */
const HOST = /^(?:[a-z\d](?:[a-z\d.-]{0,252}[a-z\d])?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** @returns without a final slash */
export function requestOrigin(
  { headers }: Pick<Request, 'headers'>,
  { publicUrl, trustProxy, listened }: OriginRules,
): string {
  if (publicUrl !== undefined) return publicUrl;
  const forwarded = (name: string) =>
    trustProxy ? headers.get(`x-forwarded-${name}`)?.split(',').at(-1)?.trim() : undefined;
  const host = forwarded('host') || headers.get('host') || '';
  if (!HOST.test(host)) return listened();
  const scheme = forwarded('proto') ?? schemeSaid(headers.get('origin'), host);
  const address = `${scheme === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : listened();
}

/** A browser tells where its page is: behind a proxy that holds the certificate, by `https`. */
function schemeSaid(origin: string | null, host: string): string | undefined {
  if (origin === null || !URL.canParse(origin)) return undefined;
  const page = new URL(origin);
  return page.host === host.toLowerCase() ? page.protocol.slice(0, -1) : undefined;
}
