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
  /** In a workbook, in characters. */
  readonly width: number;
  /** Not of the annex: how the list was made. */
  readonly trace?: true;
}

const column = <Key extends string>(
  key: Key,
  width: number,
  kind: ColumnKind,
  fr: string,
  en: string,
): Column<Key> => ({ key, width, kind, fr, en });
const trace = <Key extends string>(...told: Parameters<typeof column<Key>>): Column<Key> => ({
  ...column(...told),
  trace: true,
});

export const COLUMNS = [
  // Never "ID": a spreadsheet takes a file that begins with it for another format.
  column('number', 6, 'text', 'N°', 'No.'),
  column('priority', 22, 'text', 'Priorité', 'Priority'),
  column('title', 34, 'text', 'Intitulé de l’action', 'Action'),
  column('description', 52, 'multiline', 'Description', 'Description'),
  column('leadDirection', 20, 'text', 'Direction pilote', 'Lead department'),
  column('supportingDirections', 22, 'list', 'Directions associées', 'Supporting departments'),
  column('electedSponsor', 18, 'text', 'Élu·e référent·e', 'Elected sponsor'),
  column('partners', 22, 'list', 'Partenaires externes', 'Outside partners'),
  column('levers', 24, 'list', 'Leviers juridiques', 'Legal levers'),
  column('social', 28, 'multiline', 'Considération sociale', 'Social consideration'),
  column(
    'environmental',
    28,
    'multiline',
    'Considération environnementale',
    'Environmental consideration',
  ),
  column('economic', 28, 'multiline', 'Considération économique', 'Economic consideration'),
  column('marketFamilies', 22, 'list', 'Familles d’achat', 'Purchase categories'),
  column('ambition', 15, 'text', 'Niveau d’ambition', 'Ambition level'),
  column('impact', 9, 'number', 'Impact', 'Impact'),
  column('feasibility', 11, 'number', 'Faisabilité', 'Feasibility'),
  column('startDate', 12, 'date', 'Début', 'Start'),
  column('deadline', 12, 'date', 'Échéance', 'Deadline'),
  column('indicator', 30, 'multiline', 'Indicateur', 'Indicator'),
  column('expressedAs', 16, 'text', 'Exprimé en', 'Expressed as'),
  column('baseline', 11, 'number', 'Valeur de départ', 'Baseline'),
  column('target', 11, 'number', 'Cible', 'Target'),
  column('frequency', 13, 'text', 'Fréquence', 'Frequency'),
  column('means', 28, 'multiline', 'Moyens', 'Means'),
  column(
    'constraints',
    36,
    'multiline',
    'Contraintes exprimées (acteur : texte)',
    'Constraints heard (actor: text)',
  ),
  column('policies', 24, 'list', 'Politiques publiques liées', 'Linked public policies'),
  column('votes', 8, 'number', 'Votes', 'Votes'),
  column('status', 12, 'text', 'Statut', 'Status'),
  trace('unit', 18, 'text', 'Unité de l’indicateur', 'Unit of the indicator'),
  trace('targetDate', 12, 'date', 'Date de la cible', 'Date of the target'),
  trace('decpSocial', 22, 'list', 'Considérations sociales (DECP)', 'Social considerations (DECP)'),
  trace(
    'decpEnvironmental',
    22,
    'list',
    'Considérations environnementales (DECP)',
    'Environmental considerations (DECP)',
  ),
  trace('eforms', 22, 'list', 'Considérations (eForms)', 'Considerations (eForms)'),
  trace('proposedBy', 24, 'text', 'Proposée par', 'Proposed by'),
  trace('mergedInto', 28, 'text', 'Fusionnée dans', 'Merged into'),
  trace('comments', 40, 'multiline', 'Commentaires', 'Comments'),
  trace('state', 24, 'text', 'Empreinte à l’export', 'Fingerprint at export'),
  trace('id', 24, 'text', 'Identifiant', 'Identifier'),
] as const satisfies readonly Column[];

export type ColumnKey = (typeof COLUMNS)[number]['key'];

export const COLUMN = Object.fromEntries(COLUMNS.map((each) => [each.key, each])) as Readonly<
  Record<ColumnKey, Column>
>;
