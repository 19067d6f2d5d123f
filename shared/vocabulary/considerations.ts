/**
 * Considerations as agents type them at notification: DECP 2.0.3 (format-commande-publique) and
 * the eForms code lists (SDK of July 2026). Codes of eForms are the official ones.
 */
import { type Term, term } from './term.ts';

export const DECP_SOCIAL: readonly Term[] = [
  term('clause', 'Clause sociale', 'Social clause'),
  term('criterion', 'Critère social', 'Social criterion'),
  term('reserved', 'Marché réservé', 'Reserved contract'),
  term('none', 'Pas de considération sociale', 'No social consideration'),
];

export const DECP_ENVIRONMENTAL: readonly Term[] = [
  term('clause', 'Clause environnementale', 'Environmental clause'),
  term('criterion', 'Critère environnemental', 'Environmental criterion'),
  term('none', 'Pas de considération environnementale', 'No environmental consideration'),
];

export const EFORMS: readonly Term[] = [
  term(
    'env-imp',
    'Réduction des incidences sur l’environnement',
    'Reduction of environmental impacts',
  ),
  term('soc-obj', 'Réalisation d’objectifs sociaux', 'Fulfilment of social objectives'),
  term('inn-pur', 'Achat innovant', 'Innovative purchase'),
  term('none', 'Aucune', 'None'),
  term('biodiv-eco', 'Biodiversité et écosystèmes', 'Biodiversity and ecosystems'),
  term('circ-econ', 'Économie circulaire', 'Circular economy'),
  term('clim-adapt', 'Adaptation au changement climatique', 'Climate change adaptation'),
  term('clim-mitig', 'Atténuation du changement climatique', 'Climate change mitigation'),
  term('pollu-prev', 'Prévention de la pollution', 'Pollution prevention'),
  term('water-mar', 'Eau et ressources marines', 'Water and marine resources'),
  term('env-other', 'Autre considération environnementale', 'Other environmental consideration'),
  term('acc-all', 'Accessibilité pour tous', 'Accessibility for all'),
  term('et-eq', 'Égalité ethnique', 'Ethnic equality'),
  term('gen-eq', 'Égalité entre les femmes et les hommes', 'Gender equality'),
  term('hum-right', 'Devoir de diligence et droits humains', 'Human rights due diligence'),
  term(
    'opp',
    'Emploi des personnes éloignées de l’emploi ou handicapées',
    'Employment of disadvantaged or disabled people',
  ),
  term('work-cond', 'Conditions de travail équitables', 'Fair working conditions'),
  term('soc-other', 'Autre considération sociale', 'Other social consideration'),
  term('mar-nov', 'Nouveauté pour le marché', 'New to the market'),
  term('proc-innov', 'Innovation de procédé', 'Process innovation'),
  term('prod-innov', 'Innovation de produit', 'Product innovation'),
  term('rd-act', 'Recherche et développement', 'Research and development'),
];
