/** Whether a direction may commit itself now, and what it has committed itself to. */
import type { Action } from '../../board/schema.ts';
import type { ActionId, DirectionId } from '../../ids.ts';
import type { Step, StepId } from '../agenda/step.ts';

/** By action, the direction that committed itself: another one that leads it since has not. */
export type Pledges = Readonly<Record<ActionId, DirectionId>>;

/** In the steps where pilots speak, and while no step says what is for now; never in a pause. */
export function mayPledge({
  steps,
  current,
  frozen,
}: {
  readonly steps: readonly Step[];
  readonly current: StepId | null;
  readonly frozen: unknown;
}): boolean {
  if (frozen) return false;
  const kind = steps.find(({ id }) => id === current)?.kind;
  return kind === undefined || kind === 'report' || kind === 'closing';
}

export const isPledged = (
  { id, leadDirectionId }: Pick<Action, 'id' | 'leadDirectionId'>,
  pledges: Pledges | undefined,
): boolean => leadDirectionId !== undefined && pledges?.[id] === leadDirectionId;
