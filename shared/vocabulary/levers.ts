import { type Term, term } from './term.ts';

/** Legal and practical levers of a purchase; a workshop may extend the list with its own. */
export const LEVERS: readonly Term[] = [
  term(
    'social-clause',
    'Clause d’insertion (condition d’exécution)',
    'Social clause (contract performance condition)',
    'Des heures de travail réservées à des personnes éloignées de l’emploi.',
  ),
  term(
    'reserved-integration',
    'Marché ou lot réservé aux structures d’insertion',
    'Contract or lot reserved for work-integration enterprises',
  ),
  term(
    'reserved-sheltered',
    'Marché ou lot réservé aux EA et ESAT',
    'Contract or lot reserved for sheltered workshops',
  ),
  term(
    'reserved-social-economy',
    'Marché réservé à l’économie sociale et solidaire',
    'Contract reserved for the social economy',
  ),
  term('social-criterion', 'Critère d’attribution social', 'Social award criterion'),
  term(
    'environmental-criterion',
    'Critère d’attribution environnemental',
    'Environmental award criterion',
  ),
  term(
    'environmental-clause',
    'Clause environnementale (condition d’exécution)',
    'Environmental clause (contract performance condition)',
  ),
  term('technical-specification', 'Spécification technique', 'Technical specification'),
  term('lotting', 'Allotissement', 'Division into lots'),
  term('variant', 'Variante', 'Variant'),
  term(
    'market-engagement',
    'Sourçage',
    'Market engagement',
    'Rencontrer les entreprises avant d’écrire le besoin.',
  ),
  term('label', 'Label ou écolabel exigé', 'Required label or ecolabel'),
  term('life-cycle-cost', 'Coût du cycle de vie', 'Life-cycle cost'),
  term('innovative-purchase', 'Achat innovant', 'Innovative purchase'),
  term('advance-payment', 'Avance et conditions de paiement', 'Advance and payment terms'),
  term('progress-clause', 'Clause de progrès', 'Progress clause'),
  term('joint-purchasing', 'Groupement de commandes', 'Joint purchasing'),
  term('control', 'Contrôle et pénalités', 'Control and penalties'),
  term('training', 'Formation interne', 'Internal training'),
  term('planning', 'Programmation des achats', 'Purchase planning'),
  term('organisation', 'Organisation interne', 'Internal organisation'),
];
