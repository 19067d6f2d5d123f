/**
 * Identifiers. A brand keeps a person from being passed where an action is expected; at run time
 * every identifier is a plain string that matches {@link isId}.
 */
import { uint32 } from 'lib0/random';

declare const brand: unique symbol;
/** @public types derived from a schema name it in their declarations */
export interface Brand<Kind extends string> {
  readonly [brand]: Kind;
}
export type Id<Kind extends string> = string & Brand<Kind>;

/** One workshop board. Part of its address, so it is no secret. */
export type BoardId = Id<'board'>;
/** One human, or one table with its scribe, in one board. Survives reconnections; never a name. */
export type PersonId = Id<'person'>;
/** A card. Stable for its whole life, exported, never renumbered. */
export type ActionId = Id<'action'>;
/** A column: what the élus have fixed. */
export type PriorityId = Id<'priority'>;
/** A department of the council. */
export type DirectionId = Id<'direction'>;
/** An outside actor: federation, chamber, employment house. */
export type ActorId = Id<'actor'>;
/** A voted public policy an action can be linked to. */
export type PolicyId = Id<'policy'>;
export type CommentId = Id<'comment'>;
/** A table or a sub-group of the workshop. */
export type GroupId = Id<'group'>;
/** An indicator, a dated target of it, or a constraint: local to one action. */
export type PartId = Id<'part'>;

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const idLength = 14; // 36^14 ≈ 72 bits: two equal ids never meet in one board

/** A fresh random identifier: 14 characters of `[0-9a-z]`. */
export function newId<Kind extends string>(): Id<Kind> {
  let id = '';
  for (let i = 0; i < idLength; i++) id += alphabet.charAt(uint32() % alphabet.length);
  return id as Id<Kind>;
}

/**
 * Whether a string can be an identifier: 1 to 64 characters of `[A-Za-z0-9._:-]`, first one a
 * letter or a digit. So `__proto__` and anything that needs escaping in a file is none.
 */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(value);
