/** Reads the action cards: which ones can be on a board, then each field of each. */
import type {
  ActionContent,
  ConstraintContent,
  IndicatorContent,
  TargetContent,
} from '../board/content.ts';
import { LIMITS } from '../board/schema.ts';
import { isBlank } from '../board/text.ts';
import type { ActionId } from '../ids.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { STATUSES } from '../vocabulary/action.ts';
import { count, type Faults, quote } from './fault.ts';
import { isEmpty } from './json.ts';
import {
  CARD_KEYS,
  CONSTRAINT_KEYS,
  FIRST_TARGET_KEYS,
  INDICATOR_KEYS,
  TARGET_KEYS,
} from './keys.ts';
import { type Candidate, limited, type Named } from './lists.ts';
import { listAt, type ReadContext, readKeys, reference } from './values.ts';

/** What a card is called that came without a title: it is kept, to be completed. */
const UNTITLED = 'Sans titre';

/** Those of a known priority; the others are set aside, content and all. */
export function findCards(
  raws: readonly unknown[],
  known: Pick<ReadContext['known'], 'priorities'>,
  faults: Faults,
): readonly Candidate[] {
  const cards: Candidate[] = [];
  raws.forEach((raw, place) => {
    const where = nameOf(raw, place);
    const obstacle = obstacleOf(raw, known);
    if (obstacle !== undefined) faults.setAside(where, `${obstacle}, carte mise de côté`, raw);
    else if (isObject(raw)) cards.push({ raw: titled(raw, where, faults), where });
  });
  return limited(cards, LIMITS.actions, 'cartes', faults);
}

function obstacleOf(
  raw: unknown,
  known: Pick<ReadContext['known'], 'priorities'>,
): string | undefined {
  if (!isObject(raw)) return 'ce n’est pas une carte';
  const priorityId = own(raw, 'priorityId');
  const isKnown = reference(priorityId, 'priorities', { known }) !== undefined;
  if (isKnown || own(raw, 'unplaced') === true) return undefined;
  return isEmpty(priorityId) ? 'priorité absente' : `priorité ${quote(priorityId)} inconnue`;
}

/** What was in the place of its title, if anything, is told whole. */
function titled(raw: JsonObject, where: string, faults: Faults): JsonObject {
  const title = own(raw, 'title');
  if (typeof title === 'string' && !isBlank(title)) return raw;
  const kept = `carte gardée comme « ${UNTITLED} », à compléter`;
  if (typeof title === 'string' || isEmpty(title))
    faults.add('name-missing', where, `intitulé absent, ${kept}`, 'intitulé');
  else faults.setAside(where, `intitulé illisible, ${kept}`, title);
  return { ...raw, title: UNTITLED };
}

function nameOf(raw: unknown, place: number): string {
  const [code, title] = isObject(raw) ? [own(raw, 'code'), own(raw, 'title')] : [];
  const hasCode = typeof code === 'string' && /^\d{1,4}(\.\d{1,4}){0,3}$/.test(code);
  const number = hasCode ? code : `n° ${count(place + 1)}`;
  const hasTitle = typeof title === 'string' && !isBlank(title);
  return hasTitle ? `Carte ${number} ${quote(title)}` : `Carte ${number}`;
}

/** Reads one card. */
export function readCard({ raw, where, id }: Named, context: ReadContext): ActionContent {
  context.checkKeys('card', raw, where);
  const { mergedInto, discarded, ...sheet } = readKeys(CARD_KEYS, raw, where, context);
  const priorityId = reference(own(raw, 'priorityId'), 'priorities', context);
  const card = {
    id,
    ...(priorityId !== undefined && { priorityId }),
    ...sheet,
    ...readFate(raw, { id, mergedInto, discarded }, where, context),
    indicators: readIndicators(raw, where, context),
    constraints: readConstraints(raw, where, context),
  };
  // Each field passed the rule of its key, which is the check of the board's own schema.
  return card as unknown as ActionContent;
}

/**
 * Status, merge and discarding. *Fusionnée* and *écartée* are facts on a board, not statuses; a
 * card without status is *proposée*.
 */
function readFate(
  raw: JsonObject,
  card: { readonly id: string; readonly mergedInto: unknown; readonly discarded: unknown },
  where: string,
  context: ReadContext,
): Partial<Pick<ActionContent, 'mergedInto' | 'discarded' | 'status'>> {
  const shown = readStatus(raw, 'status', 'statut', where, context);
  const before = readStatus(raw, 'statusBefore', 'statut précédent', where, context);
  const mergedInto = card.mergedInto === card.id ? undefined : card.mergedInto;
  const isLost = mergedInto === undefined && (shown === 'merged' || card.mergedInto !== undefined);
  if (isLost) {
    const problem = 'fusionnée sans dire dans quelle autre carte, mise à l’écart';
    context.faults.add('impossible-value', where, problem, 'statut');
  }
  const isDiscarded = card.discarded === true || shown === 'discarded' || isLost;
  const status = [shown, before].find((code) => code === 'discuss' || code === 'retained');
  return {
    ...(mergedInto !== undefined && { mergedInto: mergedInto as ActionId }),
    ...(isDiscarded && { discarded: true }),
    ...(status !== undefined && { status }),
  };
}

function readStatus(
  raw: JsonObject,
  key: string,
  label: string,
  where: string,
  { faults, findTerm }: ReadContext,
): string | undefined {
  const text = own(raw, key);
  if (isEmpty(text)) return undefined;
  const status = typeof text === 'string' ? findTerm(STATUSES, text)?.code : undefined;
  if (status === undefined)
    faults.add('impossible-value', where, `${label} ${quote(text)} impossible, laissé vide`, label);
  return status;
}

function readIndicators(
  raw: JsonObject,
  where: string,
  context: ReadContext,
): readonly IndicatorContent[] {
  const { faults } = context;
  const first = own(raw, 'indicator');
  if (!isEmpty(first) && !isObject(first)) faults.setAside(where, 'indicateur illisible', first);
  const others = readParts(raw, 'otherIndicators', 'autres indicateurs', where, faults);
  return [...(isObject(first) ? [first] : []), ...others]
    .map((part) => {
      context.checkKeys('indicator', part, where);
      const values = readKeys(INDICATOR_KEYS, part, where, context);
      return { ...values, targets: readTargets(part, where, context) };
    })
    .filter(
      ({ targets, ...values }) => targets.length > 0 || isFilled(values),
    ) as IndicatorContent[];
}

/** A target with neither value nor date says nothing: it is not kept. */
function readTargets(
  indicator: JsonObject,
  where: string,
  context: ReadContext,
): readonly TargetContent[] {
  const others = readParts(indicator, 'otherTargets', 'autres cibles', where, context.faults);
  return [
    readKeys(FIRST_TARGET_KEYS, indicator, where, context),
    ...others.map((target) => {
      context.checkKeys('target', target, where);
      return readKeys(TARGET_KEYS, target, where, context);
    }),
  ].filter(isFilled) as TargetContent[];
}

function readConstraints(
  raw: JsonObject,
  where: string,
  context: ReadContext,
): readonly ConstraintContent[] {
  const label = 'contraintes exprimées';
  return readParts(raw, 'operatorConstraints', label, where, context.faults)
    .map((part) => {
      context.checkKeys('constraint', part, where);
      return readKeys(CONSTRAINT_KEYS, part, where, context);
    })
    .filter(isFilled) as ConstraintContent[];
}

const isFilled = (part: object): boolean => Object.keys(part).length > 0;

/** Objects of a list inside a card; anything else in it is set aside. */
function readParts(
  raw: JsonObject,
  key: string,
  label: string,
  where: string,
  faults: Faults,
): readonly JsonObject[] {
  const list = listAt(raw, key, where, label, faults);
  // The first indicator and the first target stand elsewhere and take one place.
  const kept = list.filter(isObject).slice(0, LIMITS.partsPerAction - 1);
  const others = list.filter((part) => !isObject(part) || !kept.includes(part));
  if (others.length > 0) faults.setAside(where, `${label} : éléments non repris`, others);
  return kept;
}
