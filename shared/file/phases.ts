/** Reads the déroulé. A step stays even with faults: it holds a place in the half day. */
import * as v from 'valibot';
import { LIMITS } from '../board/schema.ts';
import { isId } from '../ids.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { ascending } from '../lists.ts';
import { STEP_LIMITS, type Step, type StepId, stepOfPhase } from '../session/agenda/step.ts';
import * as schema from '../session/agenda/step-schema.ts';
import { isVisibility, VISIBILITIES } from '../session/rules.ts';
import { count, quote } from './fault.ts';
import { always, type FileKey, key, note, number } from './file-key.ts';
import { isEmpty } from './json.ts';
import { placeOf } from './lists.ts';
import { type ReadContext, readKeys } from './values.ts';

const isDuration = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= STEP_LIMITS.minutes;
const PHASE_KEYS: readonly FileKey<'name' | 'minutes' | 'instruction'>[] = [
  key('name', 'nom', 'm', always(LIMITS.lineCharacters)),
  key('minutes', 'durée', 'f', number({ is: isDuration })),
  key('instruction', 'consigne', 'f', note),
];

/** In the order of `order`; those without one come last, in the order of the file. */
export function readPhases(raws: readonly unknown[], context: ReadContext): readonly Step[] {
  const read: { readonly raw: JsonObject; readonly where: string; readonly order: number }[] = [];
  for (const [place, raw] of raws.entries()) {
    const where = `Étape ${count(place + 1)}`;
    if (isObject(raw) && read.length < STEP_LIMITS.steps) {
      context.checkKeys('phase', raw, where);
      read.push({ raw, where, order: placeOf({ raw, where }, 'order', 'ordre', context.faults) });
    } else context.faults.setAside(where, 'étape illisible ou en trop, mise de côté', raw);
  }
  const taken = new Set<string>();
  return read
    .sort((a, b) => ascending(a.order, b.order))
    .map(({ raw, where }, at) => withOwnId(readPhase(raw, at, where, context), raw, taken));
}

/** Its own id where the file has one that is free; otherwise one by its place, or after the last. */
function withOwnId(step: Step, raw: JsonObject, taken: Set<string>): Step {
  const given = own(raw, 'stepId');
  const wanted = isId(given) ? given : step.id;
  let id = wanted;
  for (let again = 2; taken.has(id); again++) id = `${wanted.slice(0, 50)}-${again}`;
  taken.add(id);
  return { ...step, id: id as StepId };
}

function readPhase(raw: JsonObject, at: number, where: string, context: ReadContext): Step {
  const { name, minutes, instruction } = readKeys(PHASE_KEYS, raw, where, context);
  const visibility = own(raw, 'visibility');
  if (!isVisibility(visibility)) {
    const known = Object.keys(VISIBILITIES).map(quote).join(', ');
    const problem = `visibilité ${quote(visibility ?? '')} inconnue, « ouverte » à la place (${known} sont possibles)`;
    context.faults.add('impossible-value', where, problem, 'visibilité');
  }
  if (name === '') context.faults.add('name-missing', where, 'nom absent', 'nom');
  const step = stepOfPhase(
    {
      name: String(name ?? ''),
      minutes: Number(minutes ?? 0),
      visibility: isVisibility(visibility) ? visibility : 'ouverte',
      instruction: String(instruction ?? ''),
    },
    at,
  );
  return { ...step, ...readOwnWords(raw, where, context) };
}

/** What a step says beyond its visibility, each with what it must be. */
const OWN_WORDS = {
  kind: { path: 'stepKind', label: 'nature', schema: schema.kind },
  rules: { path: 'rules', label: 'règles', schema: schema.rules },
  anonymous: { path: 'anonymous', label: 'anonymat', schema: schema.stepFields.anonymous },
  vote: { path: 'vote', label: 'vote', schema: schema.stepFields.vote },
  opensVote: { path: 'opensVote', label: 'ouverture du vote', schema: v.boolean() },
  asks: { path: 'asks', label: 'champs demandés', schema: schema.asks },
} as const;

function readOwnWords(raw: JsonObject, where: string, { faults }: ReadContext): Partial<Step> {
  const words: Record<string, unknown> = {};
  for (const [key, { path, label, schema }] of Object.entries(OWN_WORDS)) {
    const value = own(raw, path);
    if (isEmpty(value)) continue;
    const read = v.safeParse(schema, value);
    if (read.success) words[key] = read.output;
    else faults.add('impossible-value', where, `${label} impossible, laissé de côté`, label);
  }
  return words;
}
