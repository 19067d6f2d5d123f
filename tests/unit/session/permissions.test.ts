import { expect, test } from 'vitest';
import type { ChangeKind } from '../../../shared/board/fields.ts';
import { allows } from '../../../shared/session/permissions.ts';
import { isRole, ROLES, type Role } from '../../../shared/session/roles.ts';
import {
  FREE_RULES,
  isVisibility,
  type StepRules,
  VISIBILITIES,
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

/** What a participant needs, each in the words of one rule. */
const PARTICIPANT: Readonly<Record<ChangeKind, (rules: StepRules, own: boolean) => boolean>> = {
  frame: () => false,
  sealed: () => false,
  origin: () => true,
  add: ({ add, writing }) => `${add} ${writing}` === 'anyone open',
  edit: ({ edit }, own) => ['all', own ? 'own' : ''].includes(edit),
  move: ({ move }) => move === 'anyone',
  merge: ({ move }) => move === 'anyone',
  discard: ({ edit, move }, own) => move === 'anyone' && ['all', own ? 'own' : ''].includes(edit),
  comment: ({ comment }) => comment === 'anyone',
};

test.each(KINDS)('[SE3] a participant: %s, under every combination of rules', (kind) => {
  for (const rules of RULES)
    for (const own of [true, false])
      expect(allows('participant', rules, kind, own), JSON.stringify({ ...rules, own })).toBe(
        PARTICIPANT[kind](rules, own),
      );
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

test('[SE4] without a step the board is free, and a round that is open takes votes', () => {
  expect(FREE_RULES).toEqual({ ...VISIBILITIES.ouverte, vote: 'open' });
});

test('[SE2] only the three roles and the four visibilities are known', () => {
  const others = ['', 'admin', 'toString', '__proto__', 'Facilitator', null, 1, ['observer']];
  expect([...ROLES, ...others].filter(isRole)).toEqual(ROLES);
  expect([...Object.keys(VISIBILITIES), ...others, 'Ouverte'].filter(isVisibility)).toEqual(
    Object.keys(VISIBILITIES),
  );
});
