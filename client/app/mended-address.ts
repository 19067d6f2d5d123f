/**
 * Addresses as people get them. A mail program writes the `#` of a link as `%23`, another writes
 * that as `%2523`; a chat takes along the full stop or the bracket after a link; a tracker puts a
 * query before the secret. All of them lead to where the link led.
 */
export interface MendedAddress {
  readonly pathname: string;
  readonly search: string;
  /** The secret of a link; null without one. */
  readonly token: string | null;
}

export function mendedAddress({ pathname, search, hash }: URL | Location): MendedAddress {
  const [place = '', ...inPath] = decoded(pathname).split('#');
  const [, query = search, inQuery] = ENCODED_SECRET.exec(search) ?? [];
  const secret = hash.slice(1) || inQuery || inPath.join('#');
  return {
    pathname: place.replace(AFTER_LINK, ''),
    search: query,
    token: TOKEN.exec(decoded(secret))?.[0] ?? null,
  };
}

/** The first run of what secrets are written with: what stands before or after it is not of it. */
const TOKEN = /[\w-]+/;
/** What a sentence puts behind an address that has no secret: « …/a/abc). » */
const AFTER_LINK = /[\s.,;:!?)\]}>»"'’]+$/u;
/** A query as it was, then a secret of 24 characters behind an encoded `#`. */
const ENCODED_SECRET = /^(.*?)%(?:25)*23([\w-]{24}(?![\w-]).*)$/i;

/** Encoded up to three times; what is no encoding stays as it is. */
function decoded(text: string): string {
  for (let times = 0; times < 3; times++) text = text.replace(ENCODED, decodedRun);
  return text;
}

const ENCODED = /(?:%[\da-f]{2})+/gi;
function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}
