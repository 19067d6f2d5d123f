/**
 * Addresses as people get them. A mail program writes the `#` of a link as `%23`, another writes
 * that as `%2523`; a chat takes along the full stop or the bracket after a link; a long line is
 * broken in the middle of the secret; a tracker puts a query before it. All lead where the link led.
 */
export interface MendedAddress {
  readonly pathname: string;
  readonly search: string;
  /** The secret of a link, or what is left of it; null without one. */
  readonly token: string | null;
}

export function mendedAddress({ pathname, search, hash }: URL | Location): MendedAddress {
  const [inPath = '', ...afterPath] = decoded(pathname).split('#');
  const [place = '', ...afterPlace] = inPath.split('?');
  const { query, secret } = secretIn(search || afterPlace.map((text) => `?${text}`).join(''));
  const secrets = [decoded(hash.slice(1)), secret, afterPath.join('#')];
  return {
    pathname: mendedPlace(place),
    search: query,
    token: first(secrets, wholeToken) ?? first(secrets, (text) => RUN.exec(text)?.[0]) ?? null,
  };
}

/** Whether it is as long as every secret is: a shorter one lost its end on the way. */
export const isWhole = (token: string): boolean => token.length >= tokenLength;

/** Of what `newSecret` of the server makes, in characters of base64url. */
const tokenLength = 24;
const RUN = /[\w-]+/;
/** A secret that somebody gave a name: `#token=…`. */
const NAMED = new RegExp(`^\\W*\\w+=([\\w-]{${tokenLength}})(?![\\w-])`);
/**
 * What gets in between two letters of a secret: a space or a line break, and the signs that stand
 * for one in mails; a mark that cannot be seen; the stroke a text editor puts before `_`.
 */
const BREAK = String.raw`[\s\p{Cf}=>\\]|\/(?=_)`;
const BREAKS = new RegExp(BREAK, 'gu');
const BROKEN = new RegExp(`[\\w-](?:(?:${BREAK})*[\\w-]){${tokenLength - 1}}`, 'u');

/** The first letters of a text that make a secret once they are put together. */
function wholeToken(text: string): string | undefined {
  // A tail such as `?fbclid=…` may hold as many letters.
  const alone = text.replace(/([\w-]{8})[?&].*$/su, '$1');
  return NAMED.exec(alone)?.[1] ?? BROKEN.exec(alone)?.[0].replace(BREAKS, '');
}

/** Behind an encoded `#` of a query; but what somebody looks for on the wall may have a `#` of its own. */
function secretIn(search: string): { readonly query: string; readonly secret: string } {
  for (const { 0: sign, index } of search.matchAll(/%(?:25)*23|&num;/gi)) {
    const query = search.slice(0, index);
    const secret = decoded(search.slice(index + sign.length));
    if (!/[?&]q=[^&]*$/.test(query) && wholeToken(secret) !== undefined) return { query, secret };
  }
  return { query: search, secret: '' };
}

/** The path without what a sentence puts behind an address, or a broken line into it. */
function mendedPlace(place: string): string {
  const joined = place
    .replace(BREAKS, '')
    .replace(/\/+/g, '/')
    .replace(/[^\w/]+$/, '');
  if (/^\/a\/[\da-z]{14}(?:\/projection)?\/?$/.test(joined)) return joined;
  const path = place.replace(/\p{Cf}/gu, '').replace(/\/[\s/]*/g, '/');
  const [, id, rest = ''] = WORKSHOP.exec(path) ?? [];
  return id ? `/a/${id}${rest.toLowerCase()}` : path.replace(/[^\p{L}\p{N}/_-]+$/u, '');
}

/** A workshop, up to the first sign that no address of one has. */
const WORKSHOP = /^\/a\/([\w.:-]*[\w-])(\/projection)?\/?(?![\w/]).*$/isu;

/** Encoded up to three times, then written for a web page; what is no encoding stays as it is. */
function decoded(text: string): string {
  for (let times = 0; times < 3; times++) text = text.replace(ENCODED, decodedRun);
  return text
    .replace(/&num;|&#(?:35|x23);/gi, '#')
    .replace(/&(?:amp|lt|gt|quot|apos|#3[489]);/gi, '&')
    .replace(/&(?:#x?[\da-f]+|[a-z]+);/gi, ' ');
}

const ENCODED = /(?:%[\da-f]{2})+/gi;
function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function first<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
