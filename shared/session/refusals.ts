/** Why a request was not granted. The client says it in the person's language. */
export const REQUEST_REFUSALS = [
  /** It is no request. */
  'invalid',
  'role',
  /** The rules of the step do not allow it now. */
  'step',
  /** What it speaks of is not there any more. */
  'gone',
  /** Somebody else acted meanwhile: what was asked no longer fits. */
  'stale',
  /** There is nothing to do. */
  'nothing',
  'budget',
  'cap',
  /** The round is closed, or one is open already. */
  'round',
  /** A limit is reached. */
  'full',
  /** What one person may take is taken. */
  'share',
  /** More than one person may ask for in a minute. */
  'too-often',
  'storage',
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];
