import { expect, test } from 'vitest';
import type { ChangeKind } from '../../../shared/board/fields.ts';
import type { ActorId, DirectionId, PersonId } from '../../../shared/ids.ts';
import { type Contributor, isOwn } from '../../../shared/session/own.ts';
import { allows } from '../../../shared/session/permissions.ts';
import { isRole, ROLES, type Role } from '../../../shared/session/roles.ts';
import {
  FREE_RULES,
  isSameRules,
  isVisibility,
  READ_ONLY,
  type StepRules,
  VISIBILITIES,
  visibilityNear,
} from '../../../shared/session/rules.ts';

/** Every combination of rules there can be. */
const RULES: readonly StepRules[] = (['anyone', 'nobody'] as const).flatMap((add) =>
  (['all', 'own', 'none'] as const).flatMap((edit) =>
    (['anyone', 'nobody'] as const).flatMap((move) =>
      (['anyone', 'nobody'] as const).flatMap((comment) =>
        (['open', 'closed'] as const).flatMap((vote) =>
          (['open', 'hidden'] as const).map((writing) => ({
            add,
            edit,
            move,
            comment,
            vote,
            writing,
          })),
        ),
      ),
    ),
  ),
);
const KINDS: readonly ChangeKind[] = [
  'frame',
  'add',
  'edit',
  'move',
  'merge',
  'discard',
  'comment',
  'origin',
  'sealed',
];
const everything = (role: Role, own: boolean) =>
  RULES.flatMap((rules) => KINDS.filter((kind) => allows(role, rules, kind, own)));

test('[SE2] a facilitator is never restricted, but may not write what the server alone writes', () => {
  for (const own of [true, false])
    expect(new Set(everything('facilitator', own))).toEqual(
      new Set(KINDS.filter((kind) => kind !== 'sealed')),
    );
  for (const rules of RULES)
    expect(KINDS.filter((kind) => !allows('facilitator', rules, kind))).toEqual(['sealed']);
});

test('[SE2] an observer never changes anything', () => {
  expect([...everything('observer', true), ...everything('observer', false)]).toEqual([]);
});

/** What a step opens besides reading → what a participant may do to others' actions, and to their own. */
test.each<[opened: Partial<StepRules>, others: ChangeKind[], own: ChangeKind[]]>([
  [{}, ['origin'], ['origin']],
  [{ add: 'anyone' }, ['add', 'origin'], ['add', 'origin']],
  [{ add: 'anyone', writing: 'hidden' }, ['origin'], ['origin']],
  [{ edit: 'own' }, ['origin'], ['edit', 'origin']],
  [{ edit: 'all' }, ['edit', 'origin'], ['edit', 'origin']],
  [{ move: 'anyone' }, ['move', 'merge', 'origin'], ['move', 'merge', 'origin']],
  [
    { move: 'anyone', edit: 'own' },
    ['move', 'merge', 'origin'],
    ['edit', 'move', 'merge', 'discard', 'origin'],
  ],
  [
    { move: 'anyone', edit: 'all' },
    ['edit', 'move', 'merge', 'discard', 'origin'],
    ['edit', 'move', 'merge', 'discard', 'origin'],
  ],
  [{ comment: 'anyone' }, ['comment', 'origin'], ['comment', 'origin']],
  [{ vote: 'open' }, ['origin'], ['origin']],
])(
  '[SE3] where a step opens %j a participant may %j, on their own actions %j',
  (opened, ...may) => {
    const rules = { ...READ_ONLY, ...opened };
    const allowed = (own: boolean) =>
      KINDS.filter((kind) => allows('participant', rules, kind, own));
    expect([allowed(false), allowed(true)]).toEqual(may);
    expect(KINDS.filter((kind) => allows('participant', rules, kind))).toEqual(may[0]);
  },
);

test('[SE3] no combination of rules lets a participant change the frame or what the server writes', () => {
  const changes = new Set([
    ...everything('participant', true),
    ...everything('participant', false),
  ]);
  expect(KINDS.filter((kind) => !changes.has(kind))).toEqual(['frame', 'sealed']);
});

const me = (change: Partial<Contributor> = {}): Contributor => ({
  id: 'me' as PersonId,
  directionId: null,
  actorId: null,
  ...change,
});
const roads = me({ directionId: 'roads' as DirectionId });
const chamber = me({ actorId: 'chamber' as ActorId });
test.each<[string, Parameters<typeof isOwn>[0], Contributor | null, boolean]>([
  ['of their own hand', { authorId: 'me' }, me(), true],
  ['of somebody else', { authorId: 'other' }, me(), false],
  ['of their direction', { authorId: 'other', authorDirectionId: 'roads' }, roads, true],
  ['of another direction', { authorId: 'other', authorDirectionId: 'water' }, roads, false],
  ['of their outside actor', { authorId: 'other', authorActorId: 'chamber' }, chamber, true],
  ['of another actor', { authorId: 'other', authorActorId: 'guild' }, chamber, false],
  ['of an actor with the id of their direction', { authorActorId: 'roads' }, roads, false],
  ['of nobody', {}, me(), false],
  [
    'of nobody, where authors were emptied',
    { authorDirectionId: null, authorActorId: null },
    me(),
    false,
  ],
  ['of nobody, for somebody not known yet', {}, null, false],
  ['of somebody, for somebody not known yet', { authorId: 'me' }, null, false],
])('[SE3] an action %s is their own or not', (_what, action, person, own) => {
  expect(isOwn(action, person)).toBe(own);
});

test.each<[visibility: keyof typeof VISIBILITIES, others: ChangeKind[], own: ChangeKind[]]>([
  [
    'ouverte',
    ['add', 'edit', 'move', 'merge', 'discard', 'comment'],
    ['add', 'edit', 'move', 'merge', 'discard', 'comment'],
  ],
  ['lecture', [], []],
  ['masquée', [], ['edit']],
  ['votes masqués', [], []],
])(
  '[SE4] in a step « %s » a participant may %j, on their own actions %j',
  (visibility, others, own) => {
    const allowed = (mine: boolean) =>
      KINDS.filter(
        (kind) => kind !== 'origin' && allows('participant', VISIBILITIES[visibility], kind, mine),
      );
    expect([allowed(false), allowed(true)]).toEqual([others, own]);
  },
);

test('[SE4] without a step a participant does everything but lead, and an open round takes votes', () => {
  expect(FREE_RULES).toEqual({
    add: 'anyone',
    edit: 'all',
    move: 'anyone',
    comment: 'anyone',
    vote: 'open',
    writing: 'open',
  });
});

test.each<[visibility: keyof typeof VISIBILITIES, vote: string, writing: string]>([
  ['ouverte', 'closed', 'open'],
  ['lecture', 'closed', 'open'],
  ['masquée', 'closed', 'hidden'],
  ['votes masqués', 'open', 'open'],
])('[SE4] in a step « %s » votes are %s and ideas %s', (visibility, vote, writing) => {
  expect(VISIBILITIES[visibility]).toMatchObject({ vote, writing });
});

test.each<[Partial<StepRules>, keyof typeof VISIBILITIES]>([
  [{ ...FREE_RULES, vote: 'closed' }, 'ouverte'],
  [FREE_RULES, 'ouverte'],
  [{}, 'lecture'],
  [{ comment: 'anyone', edit: 'all' }, 'lecture'],
  [{ vote: 'open' }, 'votes masqués'],
  [{ vote: 'open', comment: 'anyone' }, 'votes masqués'],
  [{ writing: 'hidden', add: 'anyone', edit: 'own' }, 'masquée'],
  [{ writing: 'hidden', vote: 'open' }, 'masquée'],
  [{ add: 'anyone', vote: 'open' }, 'ouverte'],
])('[SE4] a workshop file says %j by « %s »', (opened, visibility) => {
  expect(visibilityNear({ ...READ_ONLY, ...opened })).toBe(visibility);
});

test.each<keyof StepRules>(['add', 'edit', 'move', 'comment', 'vote', 'writing'])(
  '[SE9] rules that differ in %s alone are not the same',
  (key) => {
    expect(isSameRules(READ_ONLY, { ...READ_ONLY })).toBe(true);
    const other = { ...READ_ONLY, [key]: { ...FREE_RULES, writing: 'hidden' }[key] };
    expect([isSameRules(READ_ONLY, other), isSameRules(other, READ_ONLY)]).toEqual([false, false]);
  },
);

test('[SE2] only the three roles and the four visibilities are known', () => {
  const others = ['', 'admin', 'toString', '__proto__', 'Facilitator', null, 1, ['observer']];
  expect([...ROLES, ...others].filter(isRole)).toEqual(ROLES);
  expect([...Object.keys(VISIBILITIES), ...others, 'Ouverte'].filter(isVisibility)).toEqual(
    Object.keys(VISIBILITIES),
  );
});
