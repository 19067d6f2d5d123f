/**
 * The fields of format `spaser-workshop` version 1, as tables read by the reader and the writer
 * alike: where a field stands in the file, which one it is on the board, its French name in
 * faults, and how its value goes from one to the other. `layout.ts` has the order of all keys.
 */
import type {
  ActionContent,
  BoardContent,
  ConstraintContent,
  IndicatorContent,
  TargetContent,
} from '../board/content.ts';
import {
  ACTION_FIELDS,
  BOARD_FIELDS,
  DIRECTION_FIELDS,
  INDICATOR_FIELDS,
} from '../board/schema.ts';
import { AMBITIONS, EXPRESSIONS, FREQUENCIES } from '../vocabulary/action.ts';
import { DECP_ENVIRONMENTAL, DECP_SOCIAL, EFORMS } from '../vocabulary/considerations.ts';
import {
  always,
  type FileKey,
  key,
  keyAt,
  labels,
  line,
  many,
  note,
  number,
  one,
  string,
  term,
} from './file-key.ts';

type Info = keyof BoardContent['info'];
const info = BOARD_FIELDS;
export const WORKSHOP_KEYS: readonly FileKey<Info>[] = [
  keyAt('id', 'workshopId', 'identifiant', 'm', string(info.workshopId)),
  key('title', 'titre', 'm', line),
  key('subtitle', 'sous-titre', 'm', line),
  key('territory', 'territoire', 'm', line),
  key('date', 'date', 'f', string(info.date)),
  key('startTime', 'heure de début', 'f', string(info.startTime)),
  key('endTime', 'heure de fin', 'f', string(info.endTime)),
  key(
    'onSiteParticipants',
    'nombre de participants sur place',
    'm',
    number(info.onSiteParticipants),
  ),
  key(
    'remoteParticipants',
    'nombre de participants à distance',
    'm',
    number(info.remoteParticipants),
  ),
  key('tables', 'nombre de tables', 'm', number(info.tables)),
  key('purpose', 'objet', 'm', note),
  key('decisionBody', 'instance de décision', 'f', line),
  keyAt('planPeriod.start', 'periodStart', 'début de la période', 'm', line),
  keyAt('planPeriod.end', 'periodEnd', 'fin de la période', 'f', line),
  key('votesPerParticipant', 'nombre de votes par personne', 'm', number(info.votesPerParticipant)),
  key('priorityLabel', 'nom donné aux priorités', 'm', string(info.priorityLabel)),
  key('socialMarker', 'repère social', 'm', number(info.socialMarker)),
  key('environmentalMarker', 'repère environnemental', 'm', number(info.environmentalMarker)),
  key('markerSource', 'source des repères', 'f', line),
];
/** Keys at the top of the file that belong to the workshop itself. */
export const TOP_KEYS: readonly FileKey<Info>[] = [
  key('language', 'langue', 'f', string(info.language)),
  key('notice', 'avertissement', 'm', note),
];

type FieldOf<List extends 'priorities' | 'directions' | 'actors' | 'policies'> =
  keyof BoardContent[List][number];
export const PRIORITY_KEYS: readonly FileKey<FieldOf<'priorities'>>[] = [
  key('title', 'titre', 'm', line),
  keyAt('description', 'orientation', 'texte des élus', 'm', note),
  key('setBy', 'instance qui l’a fixée', 'f', line),
];
export const DIRECTION_KEYS: readonly FileKey<FieldOf<'directions'>>[] = [
  key('name', 'nom', 'm', line),
  key('kind', 'type', 'm', line),
  key('abbreviation', 'sigle', 'm', string(DIRECTION_FIELDS.abbreviation)),
];
export const ACTOR_KEYS: readonly FileKey<FieldOf<'actors'>>[] = [
  key('name', 'nom', 'm', line),
  key('kind', 'type', 'm', line),
  key('expectation', 'attente', 'f', note),
  key('constraint', 'contrainte', 'f', note),
];
export const POLICY_KEYS: readonly FileKey<FieldOf<'policies'>>[] = [
  key('name', 'nom', 'm', line),
  key('shortName', 'nom court', 'm', line),
];

const sheet = ACTION_FIELDS;
export const CARD_KEYS: readonly FileKey<keyof ActionContent>[] = [
  key('title', 'intitulé', 'm', always(sheet.title.max)),
  key('description', 'description', 'f', always(sheet.description.max)),
  keyAt('pilotDirectionId', 'leadDirectionId', 'direction pilote', 'f', one('directions')),
  keyAt(
    'associatedDirectionIds',
    'supportingDirections',
    'directions associées',
    'f',
    many('directions'),
  ),
  key('electedSponsor', 'élu·e référent·e', 'm', line),
  keyAt('partnerIds', 'partners', 'partenaires externes', 'm', many('actors')),
  key('levers', 'leviers juridiques', 'm', { kind: 'open-terms', vocabulary: 'levers' }),
  keyAt('considerations.social', 'socialConsideration', 'considération sociale', 'f', note),
  keyAt(
    'considerations.environmental',
    'environmentalConsideration',
    'considération environnementale',
    'f',
    note,
  ),
  keyAt('considerations.economic', 'economicConsideration', 'considération économique', 'f', note),
  keyAt(
    'decp.considerationsSociales',
    'decpSocial',
    'considérations sociales (DECP)',
    'f',
    labels(DECP_SOCIAL),
  ),
  keyAt(
    'decp.considerationsEnvironnementales',
    'decpEnvironmental',
    'considérations environnementales (DECP)',
    'f',
    labels(DECP_ENVIRONMENTAL),
  ),
  key('eforms', 'considérations (eForms)', 'f', {
    kind: 'terms',
    terms: EFORMS,
    as: 'code',
  }),
  key('marketFamilies', 'familles d’achat', 'f', {
    kind: 'open-terms',
    vocabulary: 'marketFamilies',
  }),
  key('ambition', 'niveau d’ambition', 'm', term(AMBITIONS)),
  key('impact', 'impact', 'm', number(sheet.impact)),
  key('feasibility', 'faisabilité', 'f', number(sheet.feasibility)),
  key('startDate', 'date de début', 'f', string(sheet.startDate)),
  key('deadline', 'échéance', 'f', string(sheet.deadline)),
  keyAt('policyIds', 'policies', 'politiques publiques liées', 'f', many('policies')),
  key('means', 'moyens', 'm', note),
  key('votes', 'nombre de votes', 'm', number(sheet.votes)),
  key('authorDirectionId', 'direction qui propose', 'f', one('directions')),
  key('authorActorId', 'acteur qui propose', 'm', one('actors')),
  keyAt(
    'assignedDirectionId',
    'assignedTo',
    'direction chargée de la fiche',
    'f',
    one('directions'),
  ),
  keyAt(
    'assignedGroupId',
    'assignedTo',
    'groupe chargé de la fiche',
    'm',
    string(sheet.assignedTo),
  ),
  keyAt('mergedIntoId', 'mergedInto', 'action d’accueil', 'f', one('actions')),
  key('discarded', 'mise à l’écart', 'f', {
    kind: 'plain',
    type: 'boolean',
    is: (value) => value === true,
  }),
];

const indicator = INDICATOR_FIELDS;
/** Its targets are read apart: the first one's value and date stand in the indicator itself. */
export const INDICATOR_KEYS: readonly FileKey<keyof IndicatorContent>[] = [
  key('label', 'indicateur', 'm', line),
  key('expressedAs', 'expression de l’indicateur', 'f', term(EXPRESSIONS)),
  key('unit', 'unité de l’indicateur', 'f', line),
  key('baseline', 'valeur de départ', 'f', number(indicator.baseline)),
  key('frequency', 'fréquence de l’indicateur', 'f', term(FREQUENCIES)),
];
const target = indicator.targets.fields;
/** A first target, as it stands in its indicator. */
export const FIRST_TARGET_KEYS: readonly FileKey<keyof TargetContent>[] = [
  keyAt('target', 'value', 'cible', 'f', number(target.value)),
  keyAt('targetDate', 'date', 'date de la cible', 'f', string(target.date)),
];
/** A further target, an object of its own. */
export const TARGET_KEYS: readonly FileKey<keyof TargetContent>[] = [
  key('value', 'cible', 'f', number(target.value)),
  key('date', 'date de la cible', 'f', string(target.date)),
];
export const CONSTRAINT_KEYS: readonly FileKey<keyof ConstraintContent>[] = [
  key('actorId', 'acteur de la contrainte', 'm', one('actors')),
  key('text', 'contrainte exprimée', 'f', note),
];
export const COMMENT_KEYS: readonly FileKey<keyof BoardContent['comments'][number]>[] = [
  keyAt('cardId', 'actionId', 'action commentée', 'f', one('actions')),
  key('text', 'commentaire', 'm', note),
  key('at', 'moment du commentaire', 'm', number({ is: Number.isFinite })),
];
