/**
 * One allowance for each person, whichever sockets they have or had: whoever has used theirs up gets
 * no other by coming again.
 */
import type { PersonId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import { type Allowance, type AllowanceLimits, createAllowance } from './allowance.ts';

/** By then whatever was used up has come back, so that a new one is no gift. */
const forgottenAfterMs = 60_000;

export function createAllowances(limits: AllowanceLimits, clock: Clock) {
  const used = new Map<PersonId, { readonly allowance: Allowance; sockets: number }>();
  /** Of people without a socket, the longest gone first. */
  const left = new Map<PersonId, { readonly allowance: Allowance; readonly at: number }>();

  const forget = () => {
    for (const [person, { at }] of left) {
      if (clock() - at < forgottenAfterMs) return;
      left.delete(person);
    }
  };
  return {
    /** For one more socket of that person, until it is given back. */
    take: (person: PersonId): Allowance => {
      forget();
      const { allowance, sockets } = used.get(person) ?? {
        allowance: left.get(person)?.allowance ?? createAllowance(limits, clock),
        sockets: 0,
      };
      left.delete(person);
      used.set(person, { allowance, sockets: sockets + 1 });
      return allowance;
    },
    /** A socket that had it is gone. */
    giveBack: (person: PersonId): void => {
      const one = used.get(person);
      if (!one) return;
      one.sockets -= 1;
      if (one.sockets > 0) return;
      used.delete(person);
      left.set(person, { allowance: one.allowance, at: clock() });
    },
  };
}
