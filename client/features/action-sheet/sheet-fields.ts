/** The form as a table: which fields, in which group and order, filled in which way. */
import type { SheetSetKey } from '../../../shared/board/commands/sheet.ts';

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

export type GroupId = 'actors' | 'levers' | 'calendar' | 'constraints';

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
    id: 'levers',
    fields: [
      { kind: 'members', key: 'levers' },
      { kind: 'members', key: 'marketFamilies' },
      { kind: 'segments', key: 'ambition', wide: true },
      { kind: 'segments', key: 'impact' },
      { kind: 'segments', key: 'feasibility' },
      { kind: 'note', key: 'socialConsideration', wide: true },
      { kind: 'note', key: 'environmentalConsideration', wide: true },
      { kind: 'note', key: 'economicConsideration', wide: true },
      { kind: 'members', key: 'decpSocial' },
      { kind: 'members', key: 'decpEnvironmental' },
      { kind: 'members', key: 'eforms', wide: true },
    ],
  },
  {
    id: 'calendar',
    fields: [
      { kind: 'day', key: 'startDate' },
      { kind: 'day', key: 'deadline' },
      { kind: 'note', key: 'means', wide: true },
      { kind: 'indicators', key: 'indicators', wide: true },
    ],
  },
  {
    id: 'constraints',
    fields: [
      { kind: 'constraints', key: 'constraints', wide: true },
      { kind: 'members', key: 'policies', wide: true },
    ],
  },
];
