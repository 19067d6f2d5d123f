import type { ExpectedField } from '../../board/completeness.ts';
import type { Consideration } from '../../synthesis/markers.ts';
import type { SynthesisView } from '../../synthesis/views.ts';
import { frPlural, type Translated } from '../texts.ts';

const actions = (count: number) => frPlural(count, 'action', 'actions');

/** The pictures of the whole list of actions. */
export const synthesisFr = {
  title: 'Synthèse',
  close: 'Revenir aux actions',
  views: {
    coverage: 'Couverture',
    levels: 'Impact et faisabilité',
    deadlines: 'Échéances',
    indicators: 'Indicateurs',
    missing: 'Ce qui manque',
    markers: 'Repères nationaux',
  } satisfies Record<SynthesisView, string>,
  viewsLabel: 'Vues de la synthèse',
  leads: {
    coverage:
      'Quelle direction agit pour quelle priorité. Les cases vides sont à regarder d’abord.',
    levels: 'Où se placent les actions, sur trois niveaux chacun. Aucune note n’en est tirée.',
    deadlines: 'Les actions par trimestre d’échéance.',
    indicators: 'Ce qui sera mesuré, et comment.',
    missing: 'Ce que les fiches ne disent pas encore.',
    markers: 'Les actions qui portent une considération, à côté des repères nationaux.',
  } satisfies Record<SynthesisView, string>,
  show: 'Présentation',
  picture: 'Dessin',
  table: 'Données',
  actions,
  none: 'Aucune action pour l’instant : la synthèse se remplira avec le tableau.',
  number: 'N°',
  action: 'Action',
  total: 'Total',
  direction: 'Direction',
  priority: 'Priorité',
  noPriority: 'Sans priorité',
  nobody: 'Sans pilote',
  picked: (title: string, count: number) => `${title} : ${actions(count)}`,
  closeList: 'Fermer cette liste',
  openSheet: (number: string, title: string) => `${number} ${title} — ouvrir la fiche`,
  more: (count: number) => `+${count}`,

  square: (direction: string, priority: string) => `${direction} × ${priority}`,
  squareCounts: (leads: number, supports: number) => `${leads} en pilote, ${supports} en appui`,
  legendLeads: 'pilote',
  legendSupports: 'associée',
  legendEmpty: 'rien',
  empty: (count: number) => frPlural(count, 'case vide', 'cases vides'),

  impact: 'Impact',
  feasibility: 'Faisabilité',
  level: ['faible', 'moyen', 'fort'] as readonly string[],
  feasibilityLevel: ['difficile', 'moyenne', 'facile'] as readonly string[],
  levelSquare: (impact: string, feasibility: string) =>
    `Impact ${impact}, faisabilité ${feasibility}`,
  first: 'à lancer d’abord',
  decide: 'à décider : grands projets',
  review: 'à revoir',
  unrated: 'Non évaluées',

  quarter: (quarter: number, year: number) => `T${quarter} ${year}`,
  quarterShort: (quarter: number) => `T${quarter}`,
  deadline: 'Échéance',
  undated: 'Sans échéance',

  indicator: 'Indicateur',
  expressedAs: 'Exprimé en',
  unsaid: 'non dit',
  baseline: 'Départ',
  targets: 'Cibles',
  frequency: 'Fréquence',
  indicators: (count: number) => frPlural(count, 'indicateur', 'indicateurs'),
  targeted: (count: number, total: number) => `${count} sur ${total} ont une cible chiffrée`,
  legendTargeted: 'avec une cible',
  legendUntargeted: 'sans cible',
  withoutIndicator: 'Actions sans indicateur',

  field: 'Champ',
  missing: 'Manque',
  filled: 'Rempli',
  fields: {
    title: 'Intitulé',
    description: 'Description',
    leadDirection: 'Direction pilote',
    lever: 'Levier',
    consideration: 'Considération',
    ambition: 'Ambition',
    deadline: 'Échéance',
    indicator: 'Indicateur avec cible',
    partner: 'Partenaire ou contrainte',
  } satisfies Record<ExpectedField, string>,
  complete: 'Fiches complètes',
  lacks: (count: number) => (count === 0 ? 'rien ne manque' : `manque à ${actions(count)}`),

  considerations: {
    social: 'Considération sociale',
    environmental: 'Considération environnementale',
  } satisfies Record<Consideration, string>,
  share: (count: number, total: number, percent: number) =>
    `${count} sur ${actions(total)}, soit ${percent} %`,
  marker: (percent: number) => `repère : ${percent} % des contrats`,
  markerColumn: 'Repère, en % des contrats',
  shareColumn: 'Part des actions',
  with: 'Avec',
  without: 'Sans',
  source: (source: string) => `Source des repères : ${source}.`,
  sourceUnknown: 'Repères fixés par l’atelier, sans source indiquée.',
  caution:
    'Les repères comptent des contrats notifiés, ce tableau compte des actions : ils se lisent côte à côte et ne disent rien de la conformité à la loi.',
  editMarkers: 'Modifier les repères',
} as const;

export const synthesisWords = { part: 'synthesis', fr: synthesisFr } as const;
export type SynthesisWords = Translated<typeof synthesisFr>;
