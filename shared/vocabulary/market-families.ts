import type { Term } from './term.ts';

/** Families of purchase: a tag with several values, never the structure of the board. */
export const MARKET_FAMILIES: readonly Term[] = [
  { code: 'buildings', fr: 'Travaux de bâtiment', en: 'Building works' },
  { code: 'civil-works', fr: 'Travaux publics et réseaux', en: 'Civil works and networks' },
  { code: 'water', fr: 'Exploitation eau et assainissement', en: 'Water and sanitation services' },
  { code: 'engineering', fr: 'Études et ingénierie', en: 'Studies and engineering' },
  {
    code: 'green-spaces',
    fr: 'Espaces verts et milieux naturels',
    en: 'Green spaces and natural areas',
  },
  { code: 'cleaning', fr: 'Nettoyage et propreté', en: 'Cleaning' },
  { code: 'waste', fr: 'Collecte et traitement des déchets', en: 'Waste collection and treatment' },
  { code: 'food', fr: 'Denrées et restauration', en: 'Food and catering' },
  { code: 'supplies', fr: 'Fournitures et mobilier', en: 'Supplies and furniture' },
  { code: 'it', fr: 'Informatique et télécommunications', en: 'IT and telecommunications' },
  { code: 'vehicles', fr: 'Véhicules et carburants', en: 'Vehicles and fuels' },
  { code: 'transport', fr: 'Transport et mobilité', en: 'Transport and mobility' },
  {
    code: 'workwear',
    fr: 'Vêtements de travail et équipements de protection',
    en: 'Workwear and protective equipment',
  },
  { code: 'communication', fr: 'Communication et impression', en: 'Communication and printing' },
  { code: 'events', fr: 'Événementiel', en: 'Events' },
  { code: 'energy', fr: 'Énergie', en: 'Energy' },
  {
    code: 'social-services',
    fr: 'Services sociaux et formation',
    en: 'Social services and training',
  },
  { code: 'professional-services', fr: 'Prestations intellectuelles', en: 'Professional services' },
  { code: 'all', fr: 'Tous segments', en: 'All segments' },
];
