/** What is wrong with where links lead. `here`: to whatever device opens them. `clear`: by plain HTTP. */
export interface LinkFault {
  readonly kind: 'here' | 'clear';
  /** What the link begins with. */
  readonly origin: string;
}

/** Addresses by which a machine calls itself, and nobody else it. */
const OF_THIS_DEVICE =
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])\.?$/i;

/** The worst fault among them; null for none. */
export function faultOfLinks(links: readonly (string | undefined)[]): LinkFault | null {
  const addresses = links.flatMap((link) => (link && URL.canParse(link) ? [new URL(link)] : []));
  const here = addresses.find(({ hostname }) => OF_THIS_DEVICE.test(hostname));
  if (here) return { kind: 'here', origin: here.origin };
  const clear = addresses.find(({ protocol }) => protocol === 'http:');
  return clear ? { kind: 'clear', origin: clear.origin } : null;
}
