/** What may stand between somebody and a workshop, each told in words of its own. */
export const OBSTACLES = [
  /** The network lets neither the live link nor its substitute through. */
  'blocked',
  /** Something answers in the server's place: the page of a portal, or of a proxy. */
  'portal',
  /** The server does not answer, or what stands before it says that it does not. */
  'stopped',
  /** The device says that it has no network. */
  'offline',
  /** This person has opened the workshop as often as one may. */
  'tabs',
  'oldBrowser',
  /** The browser keeps nothing here. */
  'storage',
  /** The address is not whole, or is none of ours. */
  'address',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/**
 * What a try of the network comes to: an obstacle, a way through, or nothing known, since our own server
 * would not try.
 */
export type Verdict = Obstacle | 'fine' | 'fallback' | 'untried';
