/** A step of a déroulé, for tests that lead through some of their own. */
import type { Step, StepId } from '../../shared/session/agenda/step.ts';
import type { StepRules } from '../../shared/session/rules.ts';
import { DEFAULT_VOTE } from '../../shared/session/votes/votes.ts';

/** @param id its title too */
export const stepNamed = (id: string, kind: Step['kind'], rules: StepRules): Step => ({
  id: id as StepId,
  title: id,
  instruction: '',
  minutes: 10,
  anonymous: false,
  kind,
  rules,
  vote: DEFAULT_VOTE,
});
