/** A step as a workshop file says it: as plainly as the oldest ones do, and only then in more words. */

import { type Step, stepOfPhase } from '../session/agenda/step.ts';
import { visibilityNear } from '../session/rules.ts';
import type { FileObject } from './written.ts';

/** @param at place in the déroulé, from 0 */
export function phaseOf(step: Step, at: number): FileObject {
  const visibility = visibilityNear(step.rules);
  const { title: name, minutes, instruction } = step;
  const plain = stepOfPhase({ name, minutes, visibility, instruction }, at);
  const differs = (key: keyof Step) => JSON.stringify(step[key]) !== JSON.stringify(plain[key]);
  return {
    order: at + 1,
    name,
    minutes,
    visibility,
    ...(instruction !== '' && { instruction }),
    ...(differs('id') && { stepId: step.id }),
    ...(differs('kind') && { stepKind: step.kind }),
    ...(differs('rules') && { rules: step.rules }),
    ...(differs('anonymous') && { anonymous: step.anonymous }),
    ...(differs('vote') && { vote: step.vote }),
    ...(differs('opensVote') && { opensVote: step.opensVote }),
    ...(differs('asks') && { asks: step.asks }),
  };
}
