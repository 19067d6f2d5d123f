/** What a decision is made from and the ways it ends; the shape of the tables of decisions. */
import type { ActionId, PriorityId } from '../../ids.ts';
import { ok, type Result } from '../../result.ts';
import type { SessionEvent } from '../events.ts';
import type { RequestOf, RequestRefusal, RequestType } from '../requests.ts';
import type { Role } from '../roles.ts';
import type { SessionState } from '../state.ts';
import type { Voter } from '../votes.ts';

interface Asker extends Voter {
  readonly role: Role;
}
/** What a decision must know of the board document. */
export interface BoardFacts {
  readonly hasPriority: (id: PriorityId) => boolean;
  /** Those set aside or merged included. */
  readonly hasAction: (id: ActionId) => boolean;
  /** The priority an action stands under; undefined when it is not on show. */
  readonly priorityOf: (id: ActionId) => PriorityId | undefined;
  /** How many more actions the board can hold. */
  readonly room: () => number;
}
export interface DecideContext {
  readonly asker: Asker;
  /** Server clock, milliseconds since 1970. */
  readonly now: number;
  readonly board: BoardFacts;
}
/** Events in order; an empty list when what was asked is so already. */
export type Decision = Result<readonly SessionEvent[], RequestRefusal>;
export type Deciders<Type extends RequestType> = {
  readonly [Name in Type]: (
    state: SessionState,
    request: RequestOf<Name>,
    context: DecideContext,
  ) => Decision;
};

export const happens = (...events: readonly SessionEvent[]): Decision => ok(events);
/** What is asked is so already: granted, and nothing happens. */
export const ALREADY: Decision = ok([]);
