/**
 * Columns of the action list, for every format. The first ones are those of the annex, in their
 * order; the others say what would otherwise be in no table.
 */

export type ColumnKind = 'text' | 'number' | 'date' | 'list' | 'multiline';

export interface Column<Key extends string = string> {
  readonly key: Key;
  readonly fr: string;
  readonly en: string;
  readonly kind: ColumnKind;
  /** Not of the annex: how the list was made. */
  readonly trace?: true;
}

const column = <Key extends string>(
  key: Key,
  kind: ColumnKind,
  fr: string,
  en: string,
): Column<Key> => ({ key, kind, fr, en });
const trace = <Key extends string>(
  key: Key,
  kind: ColumnKind,
  fr: string,
  en: string,
): Column<Key> => ({ key, kind, fr, en, trace: true });

export const COLUMNS = [
  // Never "ID": a spreadsheet takes a file that begins with it for another format.
  column('number', 'text', 'N°', 'No.'),
  column('priority', 'text', 'Priorité', 'Priority'),
  column('title', 'text', 'Intitulé de l’action', 'Action'),
  column('description', 'multiline', 'Description', 'Description'),
  column('leadDirection', 'text', 'Direction pilote', 'Lead department'),
  column('supportingDirections', 'list', 'Directions associées', 'Supporting departments'),
  column('electedSponsor', 'text', 'Élu·e référent·e', 'Elected sponsor'),
  column('partners', 'list', 'Partenaires externes', 'Outside partners'),
  column('levers', 'list', 'Leviers juridiques', 'Legal levers'),
  column('social', 'multiline', 'Considération sociale', 'Social consideration'),
  column(
    'environmental',
    'multiline',
    'Considération environnementale',
    'Environmental consideration',
  ),
  column('economic', 'multiline', 'Considération économique', 'Economic consideration'),
  column('marketFamilies', 'list', 'Familles d’achat', 'Purchase categories'),
  column('ambition', 'text', 'Niveau d’ambition', 'Ambition level'),
  column('impact', 'number', 'Impact', 'Impact'),
  column('feasibility', 'number', 'Faisabilité', 'Feasibility'),
  column('startDate', 'date', 'Début', 'Start'),
  column('deadline', 'date', 'Échéance', 'Deadline'),
  column('indicator', 'multiline', 'Indicateur', 'Indicator'),
  column('expressedAs', 'text', 'Exprimé en', 'Expressed as'),
  column('baseline', 'number', 'Valeur de départ', 'Baseline'),
  column('target', 'number', 'Cible', 'Target'),
  column('frequency', 'text', 'Fréquence', 'Frequency'),
  column('means', 'multiline', 'Moyens', 'Means'),
  column(
    'constraints',
    'multiline',
    'Contraintes exprimées (acteur : texte)',
    'Constraints heard (actor: text)',
  ),
  column('policies', 'list', 'Politiques publiques liées', 'Linked public policies'),
  column('votes', 'number', 'Votes', 'Votes'),
  column('status', 'text', 'Statut', 'Status'),
  trace('unit', 'text', 'Unité de l’indicateur', 'Unit of the indicator'),
  trace('targetDate', 'date', 'Date de la cible', 'Date of the target'),
  trace('decpSocial', 'list', 'Considérations sociales (DECP)', 'Social considerations (DECP)'),
  trace(
    'decpEnvironmental',
    'list',
    'Considérations environnementales (DECP)',
    'Environmental considerations (DECP)',
  ),
  trace('eforms', 'list', 'Considérations (eForms)', 'Considerations (eForms)'),
  trace('proposedBy', 'text', 'Proposée par', 'Proposed by'),
  trace('mergedInto', 'text', 'Fusionnée dans', 'Merged into'),
  trace('comments', 'multiline', 'Commentaires', 'Comments'),
  trace('state', 'text', 'Empreinte à l’export', 'Fingerprint at export'),
  trace('id', 'text', 'Identifiant', 'Identifier'),
] as const satisfies readonly Column[];

export type ColumnKey = (typeof COLUMNS)[number]['key'];
