/**
 * Every key of each object of the file, in the order they are written. Keys after `extra` are ours:
 * version 1 without them cannot say what a board holds. They are written only when needed, and a
 * reader that does not know them loses only what they say:
 *
 * | object     | key                | says |
 * |------------|--------------------|------|
 * | file       | comments           | comments of actions: `cardId`, `text`, `at` (milliseconds since 1970) |
 * | workshop   | priorityLabel      | the body's own word for a priority |
 * | workshop   | socialMarker, environmentalMarker, markerSource | shares the synthesis is read against |
 * | phase      | instruction        | what is asked of people in this step |
 * | phase      | stepId, stepKind, rules, anonymous, vote | what `visibility` does not say of it |
 * | direction  | abbreviation       | up to 8 characters |
 * | card       | electedSponsor     | élu·e référent·e |
 * | card       | otherIndicators    | indicators after the first, each as in `indicator` |
 * | indicator  | otherTargets       | targets after the first: `value`, `date` |
 * | card       | authorDirectionId, authorActorId | who proposed it; never a person |
 * | card       | assignedDirectionId | the direction asked to fill the sheet; never a person |
 * | card       | mergedIntoId       | the card it was merged into |
 * | card       | statusBefore       | its own status, when merged or set aside |
 * | card       | discarded          | `true` when it is set aside and merged |
 * | card       | unplaced           | `true` when its priority is gone |
 *
 * A lever or family whose code or English label does not follow from its French label is an object
 * `value`, `code`, `en`, `definition` instead of a text.
 */

export interface Layout {
  /** How several of these are called in a sentence. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly extra?: readonly string[];
}

export const LAYOUTS = {
  file: {
    name: 'Fichier',
    keys: [
      'format',
      'formatVersion',
      'language',
      'notice',
      'workshop',
      'vocabularies',
      'priorities',
      'directions',
      'externalActors',
      'publicPolicies',
      'cards',
    ],
    extra: ['comments'],
  },
  workshop: {
    name: 'Atelier',
    keys: [
      'id',
      'title',
      'subtitle',
      'territory',
      'date',
      'startTime',
      'endTime',
      'onSiteParticipants',
      'remoteParticipants',
      'tables',
      'purpose',
      'decisionBody',
      'planPeriod',
      'votesPerParticipant',
      'phases',
    ],
    extra: ['priorityLabel', 'socialMarker', 'environmentalMarker', 'markerSource'],
  },
  planPeriod: { name: 'Période', keys: ['start', 'end'] },
  phase: {
    name: 'Étapes',
    keys: ['order', 'name', 'minutes', 'visibility'],
    extra: ['instruction', 'stepId', 'stepKind', 'rules', 'anonymous', 'vote'],
  },
  vocabularies: {
    name: 'Vocabulaires',
    keys: [
      'levers',
      'marketFamilies',
      'ambition',
      'status',
      'indicatorExpression',
      'decpConsiderationsSociales',
      'decpConsiderationsEnvironnementales',
    ],
  },
  priority: {
    name: 'Priorités',
    keys: ['id', 'code', 'position', 'title', 'description', 'setBy'],
  },
  direction: { name: 'Directions', keys: ['id', 'name', 'kind'], extra: ['abbreviation'] },
  actor: {
    name: 'Acteurs externes',
    keys: ['id', 'name', 'kind', 'expectation', 'constraint'],
  },
  policy: { name: 'Politiques publiques', keys: ['id', 'name', 'shortName'] },
  card: {
    name: 'Cartes',
    keys: [
      'id',
      'code',
      'priorityId',
      'position',
      'title',
      'description',
      'pilotDirectionId',
      'associatedDirectionIds',
      'partnerIds',
      'levers',
      'considerations',
      'decp',
      'eforms',
      'marketFamilies',
      'ambition',
      'impact',
      'feasibility',
      'startDate',
      'deadline',
      'indicator',
      'operatorConstraints',
      'policyIds',
      'means',
      'votes',
      'status',
    ],
    extra: [
      'electedSponsor',
      'otherIndicators',
      'authorDirectionId',
      'authorActorId',
      'assignedDirectionId',
      'mergedIntoId',
      'statusBefore',
      'discarded',
      'unplaced',
    ],
  },
  considerations: { name: 'Considérations', keys: ['social', 'environmental', 'economic'] },
  decp: {
    name: 'Considérations (DECP)',
    keys: ['considerationsSociales', 'considerationsEnvironnementales'],
  },
  indicator: {
    name: 'Indicateurs',
    keys: ['label', 'expressedAs', 'unit', 'baseline', 'target', 'targetDate', 'frequency'],
    extra: ['otherTargets'],
  },
  target: { name: 'Cibles', keys: ['value', 'date'] },
  constraint: { name: 'Contraintes exprimées', keys: ['actorId', 'text'] },
  comment: { name: 'Commentaires', keys: ['id', 'cardId', 'text', 'at'] },
} as const satisfies Readonly<Record<string, Layout>>;
export type LayoutName = keyof typeof LAYOUTS;

/** The parts in the order of the layout; empty ones are `null`, or absent when the key is extra. */
export function laidOut(
  name: LayoutName,
  parts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { keys, extra = [] }: Layout = LAYOUTS[name];
  const object: Record<string, unknown> = {};
  for (const key of keys) object[key] = parts[key] ?? null;
  for (const key of extra) if (parts[key] !== undefined) object[key] = parts[key];
  return object;
}
