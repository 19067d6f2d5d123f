/** The fields of the frame as data, and how what is typed in one becomes a value. */
import type { FrameRoot } from '../../../shared/board/commands/frame.ts';
import { type BoardInfo, LIMITS } from '../../../shared/board/schema.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

type FieldKind = 'line' | 'area' | 'date' | 'time' | 'count';
export interface FieldSpec<Key extends string = string> {
  readonly key: Key;
  readonly kind: FieldKind;
  /** Characters for a text, units for a count. */
  readonly max: number;
  /** Share of the row on a wide screen, in twelfths. */
  readonly width: 2 | 3 | 4 | 6 | 7 | 8 | 12;
}

const { lineCharacters, noteCharacters } = LIMITS;
const line = <Key extends string>(
  key: Key,
  width: FieldSpec['width'],
  max: number = lineCharacters,
) => ({ key, kind: 'line', max, width }) as const;
const area = <Key extends string>(key: Key, width: FieldSpec['width']) =>
  ({ key, kind: 'area', max: noteCharacters, width }) as const;
const count = <Key extends string>(key: Key, max: number) =>
  ({ key, kind: 'count', max, width: 4 }) as const;
const percent = <Key extends string>(key: Key) =>
  ({ key, kind: 'count', max: 100, width: 6 }) as const;
const day = <Key extends string>(key: Key) => ({ key, kind: 'date', max: 10, width: 4 }) as const;
const time = <Key extends string>(key: Key) => ({ key, kind: 'time', max: 5, width: 4 }) as const;

/** The workshop's own fields, group by group. */
export const INFO_GROUPS = [
  { key: 'names', fields: [line('title', 12), line('subtitle', 6), line('territory', 6)] },
  { key: 'when', fields: [day('date'), time('startTime'), time('endTime')] },
  {
    key: 'people',
    fields: [
      count('onSiteParticipants', 100_000),
      count('remoteParticipants', 100_000),
      count('tables', 10_000),
    ],
  },
  {
    key: 'plan',
    fields: [
      area('purpose', 12),
      line('decisionBody', 6),
      line('periodStart', 3),
      line('periodEnd', 3),
    ],
  },
  {
    key: 'markers',
    fields: [percent('socialMarker'), percent('environmentalMarker'), line('markerSource', 12)],
  },
  { key: 'screen', fields: [line('priorityLabel', 12, 40), area('notice', 12)] },
] as const satisfies readonly { key: string; fields: readonly FieldSpec<keyof BoardInfo>[] }[];

export type RowsRoot = Exclude<FrameRoot, 'priorities'>;
/** What is written of each direction, partner and policy; the first field is its name. */
export const ROW_FIELDS: Readonly<Record<RowsRoot, readonly FieldSpec[]>> = {
  directions: [line('name', 7), line('abbreviation', 2, 8), line('kind', 3)],
  actors: [line('name', 6), line('kind', 6), area('expectation', 6), area('constraint', 6)],
  policies: [line('name', 8), line('shortName', 4)],
};

/** What was typed as the value of a field; undefined empties it. */
export function readTyped(
  { kind, max }: FieldSpec,
  typed: string,
): Result<string | number | undefined, 'count'> {
  const text = typed.trim();
  if (text === '') return ok(undefined);
  if (kind !== 'count') return ok(text);
  const digits = text.replace(/\s/g, '');
  return /^\d{1,9}$/.test(digits) && Number(digits) <= max ? ok(Number(digits)) : err('count');
}
