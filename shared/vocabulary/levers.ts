import type { Term } from './term.ts';

/** Legal and practical levers of a purchase; a workshop may extend the list with its own. */
export const LEVERS: readonly Term[] = [
  {
    code: 'social-clause',
    fr: 'Clause d’insertion (condition d’exécution)',
    en: 'Social clause (contract performance condition)',
    help: 'Des heures de travail réservées à des personnes éloignées de l’emploi.',
  },
  {
    code: 'reserved-integration',
    fr: 'Marché ou lot réservé aux structures d’insertion',
    en: 'Contract or lot reserved for work-integration enterprises',
  },
  {
    code: 'reserved-sheltered',
    fr: 'Marché ou lot réservé aux EA et ESAT',
    en: 'Contract or lot reserved for sheltered workshops',
  },
  {
    code: 'reserved-social-economy',
    fr: 'Marché réservé à l’économie sociale et solidaire',
    en: 'Contract reserved for the social economy',
  },
  { code: 'social-criterion', fr: 'Critère d’attribution social', en: 'Social award criterion' },
  {
    code: 'environmental-criterion',
    fr: 'Critère d’attribution environnemental',
    en: 'Environmental award criterion',
  },
  {
    code: 'environmental-clause',
    fr: 'Clause environnementale (condition d’exécution)',
    en: 'Environmental clause (contract performance condition)',
  },
  { code: 'technical-specification', fr: 'Spécification technique', en: 'Technical specification' },
  { code: 'lotting', fr: 'Allotissement', en: 'Division into lots' },
  { code: 'variant', fr: 'Variante', en: 'Variant' },
  {
    code: 'market-engagement',
    fr: 'Sourçage',
    en: 'Market engagement',
    help: 'Rencontrer les entreprises avant d’écrire le besoin.',
  },
  { code: 'label', fr: 'Label ou écolabel exigé', en: 'Required label or ecolabel' },
  { code: 'life-cycle-cost', fr: 'Coût du cycle de vie', en: 'Life-cycle cost' },
  { code: 'innovative-purchase', fr: 'Achat innovant', en: 'Innovative purchase' },
  {
    code: 'advance-payment',
    fr: 'Avance et conditions de paiement',
    en: 'Advance and payment terms',
  },
  { code: 'progress-clause', fr: 'Clause de progrès', en: 'Progress clause' },
  { code: 'joint-purchasing', fr: 'Groupement de commandes', en: 'Joint purchasing' },
  { code: 'control', fr: 'Contrôle et pénalités', en: 'Control and penalties' },
  { code: 'training', fr: 'Formation interne', en: 'Internal training' },
  { code: 'planning', fr: 'Programmation des achats', en: 'Purchase planning' },
  { code: 'organisation', fr: 'Organisation interne', en: 'Internal organisation' },
];
