/**
 * Proof that what a copy of a board holds is kept elsewhere on this device. Only the store of kept
 * work gives one, and no copy can be deleted without one.
 */
declare const kept: unique symbol;
export interface Receipt {
  readonly [kept]: true;
}
