/** The form as a table: which fields, in which group and order, filled in which way. */
import type { SheetAsk } from '../../../shared/board/asked.ts';
import type { SheetSetKey } from '../../../shared/board/commands/sheet.ts';
import type { ExpectedField } from '../../../shared/board/completeness.ts';

interface Spec<Kind extends string, Key extends string> {
  readonly kind: Kind;
  readonly key: Key;
  /** Takes the whole width of the sheet. */
  readonly wide?: true;
}

export type SheetField =
  | Spec<'select', 'leadDirectionId'>
  | Spec<'segments', 'ambition' | 'impact' | 'feasibility'>
  | Spec<'line', 'electedSponsor'>
  | Spec<
      'note',
      'socialConsideration' | 'environmentalConsideration' | 'economicConsideration' | 'means'
    >
  | Spec<'members', SheetSetKey>
  | Spec<'day', 'startDate' | 'deadline'>
  | Spec<'indicators', 'indicators'>
  | Spec<'constraints', 'constraints'>;

/** `market`: what only the contract will say, folded until somebody asks for it. */
export type GroupId = 'actors' | 'aims' | 'calendar' | 'constraints' | 'market';

export interface Group {
  readonly id: GroupId;
  readonly fields: readonly SheetField[];
}

export const GROUPS: readonly Group[] = [
  {
    id: 'actors',
    fields: [
      { kind: 'select', key: 'leadDirectionId' },
      { kind: 'line', key: 'electedSponsor' },
      { kind: 'members', key: 'supportingDirections' },
      { kind: 'members', key: 'partners' },
    ],
  },
  {
    id: 'calendar',
    fields: [
      { kind: 'day', key: 'startDate' },
      { kind: 'day', key: 'deadline' },
      { kind: 'indicators', key: 'indicators', wide: true },
      { kind: 'note', key: 'means', wide: true },
    ],
  },
  {
    id: 'constraints',
    fields: [{ kind: 'constraints', key: 'constraints', wide: true }],
  },
  {
    id: 'aims',
    fields: [
      { kind: 'segments', key: 'ambition', wide: true },
      { kind: 'segments', key: 'impact' },
      { kind: 'segments', key: 'feasibility' },
      { kind: 'note', key: 'socialConsideration', wide: true },
      { kind: 'note', key: 'environmentalConsideration', wide: true },
      { kind: 'note', key: 'economicConsideration', wide: true },
      { kind: 'members', key: 'policies', wide: true },
    ],
  },
  {
    id: 'market',
    fields: [
      { kind: 'members', key: 'levers' },
      { kind: 'members', key: 'marketFamilies' },
      { kind: 'members', key: 'decpSocial' },
      { kind: 'members', key: 'decpEnvironmental' },
      { kind: 'members', key: 'eforms', wide: true },
    ],
  },
];

/** The fields asked for, in their order, and the groups of all the others. */
export function laidOut(asks: readonly SheetAsk[]): {
  readonly asked: readonly SheetField[];
  readonly groups: readonly Group[];
} {
  const all = GROUPS.flatMap(({ fields }) => fields);
  const isAsked = ({ key }: SheetField) => asks.some((ask) => ask === key);
  return {
    asked: asks.flatMap((ask) => all.filter(({ key }) => key === ask)),
    groups: GROUPS.map(({ id, fields }) => ({
      id,
      fields: fields.filter((field) => !isAsked(field)),
    })).filter(({ fields }) => fields.length > 0),
  };
}

/** Where each of the nine things is filled: the name that its place in the sheet bears. */
export const PLACES = {
  title: 'title',
  description: 'description',
  leadDirection: 'leadDirectionId',
  lever: 'levers',
  consideration: 'socialConsideration',
  ambition: 'ambition',
  deadline: 'deadline',
  indicator: 'indicators',
  partner: 'partners',
} as const satisfies Readonly<Record<ExpectedField, SheetField['key'] | 'title' | 'description'>>;
export type SheetPlace = (typeof PLACES)[ExpectedField];
