/** Reads the déroulé. A step stays even with faults: it holds a place in the half day. */
import { LIMITS } from '../board/schema.ts';
import { isVisibility, type Phase, VISIBILITIES } from '../session/rules.ts';
import { count, quote } from './fault.ts';
import { isEmpty, isObject, type JsonObject, own } from './json.ts';
import type { FileKey } from './keys.ts';
import type { KeyCheck } from './known-keys.ts';
import { type Context, readKeys } from './values.ts';

const maxPhases = 200;
const maxMinutes = 600;

const PHASE_KEYS: readonly FileKey<'name' | 'minutes' | 'instruction'>[] = [
  {
    path: 'name',
    field: 'name',
    label: 'nom',
    gender: 'm',
    rule: { kind: 'text', max: LIMITS.lineCharacters, always: true },
  },
  {
    path: 'minutes',
    field: 'minutes',
    label: 'durée',
    gender: 'f',
    rule: {
      kind: 'plain',
      type: 'number',
      is: (value) => typeof value === 'number' && value >= 0 && value <= maxMinutes,
    },
  },
  {
    path: 'instruction',
    field: 'instruction',
    label: 'consigne',
    gender: 'f',
    rule: { kind: 'text', max: LIMITS.noteCharacters },
  },
];

/** In the order of `order`; those without one come last, in the order of the file. */
export function readPhases(
  raws: readonly unknown[],
  context: Context,
  checkKeys: KeyCheck,
): readonly Phase[] {
  const read: { readonly phase: Phase; readonly order: number }[] = [];
  for (const [place, raw] of raws.entries()) {
    const where = `Étape ${count(place + 1)}`;
    if (isObject(raw) && read.length < maxPhases) {
      checkKeys('phase', raw, where);
      read.push({ phase: readPhase(raw, where, context), order: orderOf(raw, where, context) });
    } else context.faults.setAside(where, 'étape illisible ou en trop, mise de côté', raw);
  }
  return read.sort(byOrder).map(({ phase }) => phase);
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number =>
  a.order === b.order ? 0 : a.order < b.order ? -1 : 1;

function orderOf(raw: JsonObject, where: string, { faults }: Context): number {
  const order = own(raw, 'order');
  if (typeof order === 'number' && Number.isFinite(order)) return order;
  if (!isEmpty(order))
    faults.add(
      'impossible-value',
      where,
      `ordre ${quote(order)} impossible, mise à la fin`,
      'ordre',
    );
  return Number.POSITIVE_INFINITY;
}

function readPhase(raw: JsonObject, where: string, context: Context): Phase {
  const { name, minutes, instruction } = readKeys(PHASE_KEYS, raw, where, context);
  const visibility = own(raw, 'visibility');
  if (!isVisibility(visibility)) {
    const known = Object.keys(VISIBILITIES).map(quote).join(', ');
    const said = `visibilité ${quote(visibility ?? '')} inconnue, « ouverte » à la place (${known} sont possibles)`;
    context.faults.add('impossible-value', where, said, 'visibilité');
  }
  if (name === '') context.faults.add('name-missing', where, 'nom absent', 'nom');
  return {
    name: String(name ?? ''),
    minutes: Number(minutes ?? 0),
    visibility: isVisibility(visibility) ? visibility : 'ouverte',
    ...(instruction !== undefined && { instruction: String(instruction) }),
  };
}
