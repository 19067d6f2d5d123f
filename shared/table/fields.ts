/**
 * What a column of a table may be, for each thing that comes in from one, with the headers people
 * give it. The labels of our own exports count, in both languages, besides these.
 */
import { COLUMNS, type ColumnKey } from './columns.ts';

export type ImportKind = 'actions' | 'priorities' | 'directions' | 'actors';
export const IMPORT_KINDS: readonly ImportKind[] = [
  'actions',
  'priorities',
  'directions',
  'actors',
];

export interface ImportField {
  readonly key: string;
  readonly fr: string;
  readonly en: string;
  /** Other headers, as {@link headerKey} folds them. */
  readonly synonyms: readonly string[];
}

/** Columns of the action list that an import reads; the others are made by the workshop itself. */
const ACTION_SYNONYMS = {
  title:
    'action|actions|titre|intitule|nom|libelle|idee|proposition|titre de l action|nom de l action|libelle de l action|intitule des actions|action proposee|actions proposees|mesure|mesures|intitule de la mesure|fiche action|fiches action|fiches actions|titre de la fiche|projet|operation|initiative',
  number: 'n|no|num|numero|n de l action|numero de l action|n action|n de fiche|n fiche',
  priority:
    'axe|axes|axe x|axe strategique|volet|enjeu|engagement|orientation|priorite ou axe|priorite strategique|priorites|objectif strategique|thematique|theme|pilier|chapitre',
  description:
    'descriptif|descriptif de l action|detail|details|contenu|description de l action|objet|resume',
  leadDirection:
    'pilote|direction|service|service pilote|direction ou service pilote|porteur|responsable|direction porteuse|direction referente|service porteur|service referent|chef de file|pilotage|pilote de l action|porteur de l action',
  supportingDirections: 'services associes|directions contributrices|contributeurs',
  electedSponsor: 'elu|elue|elu referent|elue referente|elu e|referent elu',
  partners: 'partenaires|partenaire|acteurs|acteurs externes|partenaires exterieurs',
  levers: 'leviers|levier|levier juridique|outils juridiques|outil juridique',
  social: 'social|volet social|considerations sociales|clause sociale',
  environmental:
    'environnemental|environnement|volet environnemental|considerations environnementales',
  economic: 'economique|volet economique|considerations economiques',
  marketFamilies: 'famille d achat|segments d achat|segment d achat|familles|famille',
  ambition: 'ambition',
  impact: 'impact attendu|effet',
  feasibility: 'faisable',
  startDate: 'date de debut|date debut|demarrage|date de demarrage|lancement|date de lancement',
  deadline:
    'date de fin|date fin|fin|delai|delais|date limite|date butoir|terme|date d echeance|echeances|echeancier|calendrier|date de realisation',
  indicator:
    'indicateurs|indicateur de suivi|indicateurs de suivi|indicateurs lies|indicateur de resultat|indicateurs de resultat|indicateur de realisation|indicateurs de realisation',
  expressedAs: 'expression|mesure en',
  baseline: 'valeur initiale|reference|situation de depart',
  target: 'valeur cible|objectif chiffre|objectif',
  frequency: 'periodicite',
  means: 'moyen|moyens humains et techniques|budget|ressources',
  constraints: 'contraintes|contrainte|contraintes exprimees|contraintes exprimees acteur texte',
  policies: 'politiques publiques|politique publique|politiques liees|politiques',
  status: 'etat|avancement',
  unit: 'unite',
  targetDate: 'date cible|echeance de la cible',
  decpSocial: 'decp sociales',
  decpEnvironmental: 'decp environnementales',
  eforms: 'eforms',
  id: 'id',
} as const satisfies Partial<Record<ColumnKey, string>>;
export type ActionField = keyof typeof ACTION_SYNONYMS;

const field = (key: string, fr: string, en: string, synonyms: string): ImportField => ({
  key,
  fr,
  en,
  synonyms: synonyms.split('|'),
});

/** The first field of each is the one that makes the thing: without it a line is none. */
export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  actions: Object.entries(ACTION_SYNONYMS).flatMap(([key, synonyms]) => {
    const column = COLUMNS.find((candidate) => candidate.key === key);
    // An identifier is no field: it tells whether a list is ours that comes back.
    return column && key !== 'id' ? [field(key, column.fr, column.en, synonyms)] : [];
  }),
  priorities: [
    field('title', 'Priorité', 'Priority', 'axe|volet|enjeu|engagement|intitule|titre|priorites'),
    field(
      'orientation',
      'Orientation des élus',
      'Direction given',
      'orientation|texte|description',
    ),
    field('setBy', 'Fixée par', 'Set by', 'instance|decidee par|origine'),
  ],
  directions: [
    field('name', 'Direction', 'Department', 'directions|nom|service|intitule|libelle'),
    field('abbreviation', 'Sigle', 'Abbreviation', 'abreviation|acronyme|code|sigles'),
    field('kind', 'Type', 'Kind', 'categorie|pole|nature'),
  ],
  actors: [
    field('name', 'Acteur', 'Actor', 'acteurs|nom|organisme|structure|partenaire|acteur externe'),
    field('kind', 'Type', 'Kind', 'categorie|nature'),
    field('expectation', 'Attente', 'Expectation', 'attentes|proposition|propositions'),
    field('constraint', 'Contrainte', 'Constraint', 'contraintes|contrainte exprimee'),
  ],
};

/** The field without which a line of this kind is none. */
export const mainField = (kind: ImportKind): string => IMPORT_FIELDS[kind][0]?.key ?? '';
