/**
 * Considerations as agents type them at notification: DECP 2.0.3 (format-commande-publique) and
 * the eForms code lists (SDK of July 2026). Codes of eForms are the official ones.
 */
import type { Term } from './term.ts';

export const DECP_SOCIAL: readonly Term[] = [
  { code: 'clause', fr: 'Clause sociale', en: 'Social clause' },
  { code: 'criterion', fr: 'Critère social', en: 'Social criterion' },
  { code: 'reserved', fr: 'Marché réservé', en: 'Reserved contract' },
  { code: 'none', fr: 'Pas de considération sociale', en: 'No social consideration' },
];

export const DECP_ENVIRONMENTAL: readonly Term[] = [
  { code: 'clause', fr: 'Clause environnementale', en: 'Environmental clause' },
  { code: 'criterion', fr: 'Critère environnemental', en: 'Environmental criterion' },
  {
    code: 'none',
    fr: 'Pas de considération environnementale',
    en: 'No environmental consideration',
  },
];

export const EFORMS: readonly Term[] = [
  {
    code: 'env-imp',
    fr: 'Réduction des incidences sur l’environnement',
    en: 'Reduction of environmental impacts',
  },
  { code: 'soc-obj', fr: 'Réalisation d’objectifs sociaux', en: 'Fulfilment of social objectives' },
  { code: 'inn-pur', fr: 'Achat innovant', en: 'Innovative purchase' },
  { code: 'none', fr: 'Aucune', en: 'None' },
  { code: 'biodiv-eco', fr: 'Biodiversité et écosystèmes', en: 'Biodiversity and ecosystems' },
  { code: 'circ-econ', fr: 'Économie circulaire', en: 'Circular economy' },
  {
    code: 'clim-adapt',
    fr: 'Adaptation au changement climatique',
    en: 'Climate change adaptation',
  },
  {
    code: 'clim-mitig',
    fr: 'Atténuation du changement climatique',
    en: 'Climate change mitigation',
  },
  { code: 'pollu-prev', fr: 'Prévention de la pollution', en: 'Pollution prevention' },
  { code: 'water-mar', fr: 'Eau et ressources marines', en: 'Water and marine resources' },
  {
    code: 'env-other',
    fr: 'Autre considération environnementale',
    en: 'Other environmental consideration',
  },
  { code: 'acc-all', fr: 'Accessibilité pour tous', en: 'Accessibility for all' },
  { code: 'et-eq', fr: 'Égalité ethnique', en: 'Ethnic equality' },
  { code: 'gen-eq', fr: 'Égalité entre les femmes et les hommes', en: 'Gender equality' },
  {
    code: 'hum-right',
    fr: 'Devoir de diligence et droits humains',
    en: 'Human rights due diligence',
  },
  {
    code: 'opp',
    fr: 'Emploi des personnes éloignées de l’emploi ou handicapées',
    en: 'Employment of disadvantaged or disabled people',
  },
  { code: 'work-cond', fr: 'Conditions de travail équitables', en: 'Fair working conditions' },
  { code: 'soc-other', fr: 'Autre considération sociale', en: 'Other social consideration' },
  { code: 'mar-nov', fr: 'Nouveauté pour le marché', en: 'New to the market' },
  { code: 'proc-innov', fr: 'Innovation de procédé', en: 'Process innovation' },
  { code: 'prod-innov', fr: 'Innovation de produit', en: 'Product innovation' },
  { code: 'rd-act', fr: 'Recherche et développement', en: 'Research and development' },
];
