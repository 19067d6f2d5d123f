/**
 * One table: role × rules of the step → what may be changed. The server judges every update with
 * it; the client hides the controls of what it would refuse.
 */
import type { ChangeKind } from '../board/fields.ts';
import type { Role } from './roles.ts';
import type { StepRules } from './rules.ts';

type Rule = (rules: StepRules, own: boolean) => boolean;

const always: Rule = () => true;
const never: Rule = () => false;
const mayEdit: Rule = (rules, own) => rules.edit === 'all' || (rules.edit === 'own' && own);

const ALLOWED: Readonly<Record<Role, Readonly<Record<ChangeKind, Rule>>>> = {
  facilitator: {
    frame: always,
    add: always,
    edit: always,
    move: always,
    merge: always,
    discard: always,
    comment: always,
    origin: always,
    sealed: never,
  },
  participant: {
    frame: never,
    add: (rules) => rules.add === 'anyone' && rules.writing === 'open',
    edit: mayEdit,
    move: (rules) => rules.move === 'anyone',
    merge: (rules) => rules.move === 'anyone',
    discard: (rules, own) => rules.move === 'anyone' && mayEdit(rules, own),
    comment: (rules) => rules.comment === 'anyone',
    origin: always,
    sealed: never,
  },
  observer: {
    frame: never,
    add: never,
    edit: never,
    move: never,
    merge: never,
    discard: never,
    comment: never,
    origin: never,
    sealed: never,
  },
};

/**
 * Whether a role may make a kind of change under the rules of the step.
 * @param own the action was proposed by that person or by their direction
 */
export const allows = (role: Role, rules: StepRules, change: ChangeKind, own = false): boolean =>
  ALLOWED[role][change](rules, own);
