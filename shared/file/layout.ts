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
 * | workshop   | groups             | tables and sub-groups: `id`, `letter`, `name`, `people` when some have no device |
 * | phase      | instruction        | what is asked of people in this step |
 * | phase      | stepId, stepKind, rules, anonymous, vote, opensVote, asks | what `visibility` does not say of it |
 * | direction  | abbreviation       | up to 8 characters |
 * | card       | electedSponsor     | élu·e référent·e |
 * | card       | otherIndicators    | indicators after the first, each as in `indicator` |
 * | indicator  | otherTargets       | targets after the first: `value`, `date` |
 * | card       | authorDirectionId, authorActorId | who proposed it; never a person |
 * | card       | assignedDirectionId | the direction asked to fill the sheet; never a person |
 * | card       | assignedGroupId    | the group asked to fill the sheet |
 * | card       | mergedIntoId       | the card it was merged into |
 * | card       | statusBefore       | its own status, when merged or set aside |
 * | card       | discarded          | `true` when it is set aside and merged |
 * | card       | unplaced           | `true` when its priority is gone |
 *
 * A lever or family whose code or English label does not follow from its French label is an object
 * `value`, `code`, `en`, `definition` instead of a text.
 */
import { words } from '../lists.ts';

export interface Layout {
  /** How several of these are called in a sentence. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly extra?: readonly string[];
}

export const LAYOUTS = {
  file: {
    name: 'Fichier',
    keys: words`format formatVersion language notice workshop vocabularies priorities directions
      externalActors publicPolicies cards`,
    extra: words`comments`,
  },
  workshop: {
    name: 'Atelier',
    keys: words`id title subtitle territory date startTime endTime onSiteParticipants
      remoteParticipants tables purpose decisionBody planPeriod votesPerParticipant phases`,
    extra: words`priorityLabel socialMarker environmentalMarker markerSource groups`,
  },
  planPeriod: { name: 'Période', keys: words`start end` },
  phase: {
    name: 'Étapes',
    keys: words`order name minutes visibility`,
    extra: words`instruction stepId stepKind rules anonymous vote opensVote asks`,
  },
  group: { name: 'Groupes', keys: words`id letter name`, extra: words`people` },
  vocabularies: {
    name: 'Vocabulaires',
    keys: words`levers marketFamilies ambition status indicatorExpression decpConsiderationsSociales
      decpConsiderationsEnvironnementales`,
  },
  priority: {
    name: 'Priorités',
    keys: words`id code position title description setBy`,
  },
  direction: { name: 'Directions', keys: words`id name kind`, extra: words`abbreviation` },
  actor: {
    name: 'Acteurs externes',
    keys: words`id name kind expectation constraint`,
  },
  policy: { name: 'Politiques publiques', keys: words`id name shortName` },
  card: {
    name: 'Cartes',
    keys: words`id code priorityId position title description pilotDirectionId associatedDirectionIds
      partnerIds levers considerations decp eforms marketFamilies ambition impact feasibility
      startDate deadline indicator operatorConstraints policyIds means votes status`,
    extra: words`electedSponsor otherIndicators authorDirectionId authorActorId assignedDirectionId
      assignedGroupId mergedIntoId statusBefore discarded unplaced`,
  },
  considerations: { name: 'Considérations', keys: words`social environmental economic` },
  decp: {
    name: 'Considérations (DECP)',
    keys: words`considerationsSociales considerationsEnvironnementales`,
  },
  indicator: {
    name: 'Indicateurs',
    keys: words`label expressedAs unit baseline target targetDate frequency`,
    extra: words`otherTargets`,
  },
  target: { name: 'Cibles', keys: words`value date` },
  constraint: { name: 'Contraintes exprimées', keys: words`actorId text` },
  comment: { name: 'Commentaires', keys: words`id cardId text at` },
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
