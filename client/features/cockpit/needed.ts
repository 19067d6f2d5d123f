/** Which parts of the cockpit a step needs open; the others are folded until somebody opens them. */
import type { StepKind } from '../../../shared/session/agenda/step.ts';

export type PartId =
  | 'time'
  | 'people'
  | 'groups'
  | 'ideas'
  | 'votes'
  | 'look'
  | 'projection'
  | 'wall';

const NEEDED: Readonly<Record<StepKind, readonly PartId[]>> = {
  welcome: ['people'],
  priorities: ['look', 'projection'],
  ideas: [],
  sharing: ['wall'],
  break: [],
  vote: ['votes'],
  sheets: ['groups', 'wall'],
  report: ['projection', 'look'],
  closing: ['wall'],
  free: ['time'],
};

/**
 * @param kind of the step in progress; undefined before the first
 * @param hasSteps without a déroulé nothing says what is needed: all is open
 */
export const isNeeded = (part: PartId, kind: StepKind | undefined, hasSteps: boolean): boolean =>
  !hasSteps || (kind !== undefined && NEEDED[kind].includes(part));
