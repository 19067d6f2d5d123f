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
import { ACTION_FIELDS, BOARD_FIELDS, INDICATOR_FIELDS } from '../board/schema.ts';
import { AMBITIONS, EXPRESSIONS, FREQUENCIES } from '../vocabulary/action.ts';
import { DECP_ENVIRONMENTAL, DECP_SOCIAL, EFORMS } from '../vocabulary/considerations.ts';
import {
  type FileKey,
  key,
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
  key('id', 'workshopId', 'identifiant', 'm', string(info.workshopId.is)),
  key('title', 'title', 'titre', 'm', line),
  key('subtitle', 'subtitle', 'sous-titre', 'm', line),
  key('territory', 'territory', 'territoire', 'm', line),
  key('date', 'date', 'date', 'f', string(info.date.is)),
  key('startTime', 'startTime', 'heure de début', 'f', string(info.startTime.is)),
  key('endTime', 'endTime', 'heure de fin', 'f', string(info.endTime.is)),
  key(
    'onSiteParticipants',
    'onSiteParticipants',
    'nombre de participants sur place',
    'm',
    number(info.onSiteParticipants.is),
  ),
  key(
    'remoteParticipants',
    'remoteParticipants',
    'nombre de participants à distance',
    'm',
    number(info.remoteParticipants.is),
  ),
  key('tables', 'tables', 'nombre de tables', 'm', number(info.tables.is)),
  key('purpose', 'purpose', 'objet', 'm', note),
  key('decisionBody', 'decisionBody', 'instance de décision', 'f', line),
  key('planPeriod.start', 'periodStart', 'début de la période', 'm', line),
  key('planPeriod.end', 'periodEnd', 'fin de la période', 'f', line),
  key(
    'votesPerParticipant',
    'votesPerParticipant',
    'nombre de votes par personne',
    'm',
    number(info.votesPerParticipant.is),
  ),
  key(
    'priorityLabel',
    'priorityLabel',
    'nom donné aux priorités',
    'm',
    string(info.priorityLabel.is),
  ),
  key('socialMarker', 'socialMarker', 'repère social', 'm', number(info.socialMarker.is)),
  key(
    'environmentalMarker',
    'environmentalMarker',
    'repère environnemental',
    'm',
    number(info.environmentalMarker.is),
  ),
  key('markerSource', 'markerSource', 'source des repères', 'f', line),
];
/** Keys at the top of the file that belong to the workshop itself. */
export const TOP_KEYS: readonly FileKey<Info>[] = [
  key('language', 'language', 'langue', 'f', string(info.language.is)),
  key('notice', 'notice', 'avertissement', 'm', note),
];

type FieldOf<List extends 'priorities' | 'directions' | 'actors' | 'policies'> =
  keyof BoardContent[List][number];
export const PRIORITY_KEYS: readonly FileKey<FieldOf<'priorities'>>[] = [
  key('title', 'title', 'titre', 'm', line),
  key('description', 'orientation', 'texte des élus', 'm', note),
  key('setBy', 'setBy', 'instance qui l’a fixée', 'f', line),
];
export const DIRECTION_KEYS: readonly FileKey<FieldOf<'directions'>>[] = [
  key('name', 'name', 'nom', 'm', line),
  key('kind', 'kind', 'type', 'm', line),
  key(
    'abbreviation',
    'abbreviation',
    'sigle',
    'm',
    string((value) => typeof value === 'string' && value.length <= 8),
  ),
];
export const ACTOR_KEYS: readonly FileKey<FieldOf<'actors'>>[] = [
  key('name', 'name', 'nom', 'm', line),
  key('kind', 'kind', 'type', 'm', line),
  key('expectation', 'expectation', 'attente', 'f', note),
  key('constraint', 'constraint', 'contrainte', 'f', note),
];
export const POLICY_KEYS: readonly FileKey<FieldOf<'policies'>>[] = [
  key('name', 'name', 'nom', 'm', line),
  key('shortName', 'shortName', 'nom court', 'm', line),
];

const sheet = ACTION_FIELDS;
export const CARD_KEYS: readonly FileKey<keyof ActionContent>[] = [
  key('title', 'title', 'intitulé', 'm', { kind: 'text', max: sheet.title.max, always: true }),
  key('description', 'description', 'description', 'f', {
    kind: 'text',
    max: sheet.description.max,
    always: true,
  }),
  key('pilotDirectionId', 'leadDirectionId', 'direction pilote', 'f', one('directions')),
  key(
    'associatedDirectionIds',
    'supportingDirections',
    'directions associées',
    'f',
    many('directions'),
  ),
  key('electedSponsor', 'electedSponsor', 'élu·e référent·e', 'm', line),
  key('partnerIds', 'partners', 'partenaires externes', 'm', many('actors')),
  key('levers', 'levers', 'leviers juridiques', 'm', { kind: 'open-terms', vocabulary: 'levers' }),
  key('considerations.social', 'socialConsideration', 'considération sociale', 'f', note),
  key(
    'considerations.environmental',
    'environmentalConsideration',
    'considération environnementale',
    'f',
    note,
  ),
  key('considerations.economic', 'economicConsideration', 'considération économique', 'f', note),
  key(
    'decp.considerationsSociales',
    'decpSocial',
    'considérations sociales (DECP)',
    'f',
    labels(DECP_SOCIAL),
  ),
  key(
    'decp.considerationsEnvironnementales',
    'decpEnvironmental',
    'considérations environnementales (DECP)',
    'f',
    labels(DECP_ENVIRONMENTAL),
  ),
  key('eforms', 'eforms', 'considérations (eForms)', 'f', {
    kind: 'terms',
    terms: EFORMS,
    as: 'code',
  }),
  key('marketFamilies', 'marketFamilies', 'familles d’achat', 'f', {
    kind: 'open-terms',
    vocabulary: 'marketFamilies',
  }),
  key('ambition', 'ambition', 'niveau d’ambition', 'm', term(AMBITIONS)),
  key('impact', 'impact', 'impact', 'm', number(sheet.impact.is)),
  key('feasibility', 'feasibility', 'faisabilité', 'f', number(sheet.feasibility.is)),
  key('startDate', 'startDate', 'date de début', 'f', string(sheet.startDate.is)),
  key('deadline', 'deadline', 'échéance', 'f', string(sheet.deadline.is)),
  key('policyIds', 'policies', 'politiques publiques liées', 'f', many('policies')),
  key('means', 'means', 'moyens', 'm', note),
  key('votes', 'votes', 'nombre de votes', 'm', number(sheet.votes.is)),
  key('authorDirectionId', 'authorDirectionId', 'direction qui propose', 'f', one('directions')),
  key('authorActorId', 'authorActorId', 'acteur qui propose', 'm', one('actors')),
  key('assignedDirectionId', 'assignedTo', 'direction chargée de la fiche', 'f', one('directions')),
  key('mergedIntoId', 'mergedInto', 'action d’accueil', 'f', one('actions')),
  key('discarded', 'discarded', 'mise à l’écart', 'f', {
    kind: 'plain',
    type: 'boolean',
    is: (value) => value === true,
  }),
];

const indicator = INDICATOR_FIELDS;
/** Its targets are read apart: the first one's value and date stand in the indicator itself. */
export const INDICATOR_KEYS: readonly FileKey<keyof IndicatorContent>[] = [
  key('label', 'label', 'indicateur', 'm', line),
  key('expressedAs', 'expressedAs', 'expression de l’indicateur', 'f', term(EXPRESSIONS)),
  key('unit', 'unit', 'unité de l’indicateur', 'f', line),
  key('baseline', 'baseline', 'valeur de départ', 'f', number(indicator.baseline.is)),
  key('frequency', 'frequency', 'fréquence de l’indicateur', 'f', term(FREQUENCIES)),
];
const target = indicator.targets.fields;
/** A first target, as it stands in its indicator. */
export const FIRST_TARGET_KEYS: readonly FileKey<keyof TargetContent>[] = [
  key('target', 'value', 'cible', 'f', number(target.value.is)),
  key('targetDate', 'date', 'date de la cible', 'f', string(target.date.is)),
];
/** A further target, an object of its own. */
export const TARGET_KEYS: readonly FileKey<keyof TargetContent>[] = [
  key('value', 'value', 'cible', 'f', number(target.value.is)),
  key('date', 'date', 'date de la cible', 'f', string(target.date.is)),
];
export const CONSTRAINT_KEYS: readonly FileKey<keyof ConstraintContent>[] = [
  key('actorId', 'actorId', 'acteur de la contrainte', 'm', one('actors')),
  key('text', 'text', 'contrainte exprimée', 'f', note),
];
export const COMMENT_KEYS: readonly FileKey<keyof BoardContent['comments'][number]>[] = [
  key('cardId', 'actionId', 'action commentée', 'f', one('actions')),
  key('text', 'text', 'commentaire', 'm', note),
  key('at', 'at', 'moment du commentaire', 'm', number(Number.isFinite)),
];
