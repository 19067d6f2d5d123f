/**
 * Role × rules of the step → what may be changed. The server judges every update with it; the
 * client hides the controls of what it would refuse. Facilitators change all but what is sealed,
 * observers nothing.
 */
import type { ChangeKind } from '../board/fields.ts';
import type { Role } from './roles.ts';
import type { StepRules } from './rules.ts';

type Rule = (rules: StepRules, own: boolean) => boolean;
const always: Rule = () => true;
const never: Rule = () => false;
const mayEdit: Rule = (rules, own) => rules.edit === 'all' || (rules.edit === 'own' && own);
const mayMove: Rule = ({ move }) => move === 'anyone';

const PARTICIPANT: Readonly<Record<ChangeKind, Rule>> = {
  frame: never,
  add: ({ add, writing }) => add === 'anyone' && writing === 'open',
  edit: mayEdit,
  move: mayMove,
  merge: mayMove,
  discard: (rules, own) => mayMove(rules, own) && mayEdit(rules, own),
  comment: ({ comment }) => comment === 'anyone',
  origin: always,
  sealed: never,
};

/**
 * Whether a role may make a kind of change under the rules of the step.
 * @param own the action was proposed by that person or by their direction
 */
export const allows = (role: Role, rules: StepRules, change: ChangeKind, own = false): boolean =>
  role === 'participant'
    ? PARTICIPANT[change](rules, own)
    : role === 'facilitator' && change !== 'sealed';

/** Whether there is anything at all that a role may change under the rules of the step. */
export const mayChange = (role: Role, rules: StepRules): boolean =>
  (['add', 'edit', 'move', 'comment'] as const).some((change) => allows(role, rules, change, true));
