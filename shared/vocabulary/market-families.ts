import { type Term, term } from './term.ts';

/** Families of purchase: a tag with several values, never the structure of the board. */
export const MARKET_FAMILIES: readonly Term[] = [
  term('buildings', 'Travaux de bâtiment', 'Building works'),
  term('civil-works', 'Travaux publics et réseaux', 'Civil works and networks'),
  term('water', 'Exploitation eau et assainissement', 'Water and sanitation services'),
  term('engineering', 'Études et ingénierie', 'Studies and engineering'),
  term('green-spaces', 'Espaces verts et milieux naturels', 'Green spaces and natural areas'),
  term('cleaning', 'Nettoyage et propreté', 'Cleaning'),
  term('waste', 'Collecte et traitement des déchets', 'Waste collection and treatment'),
  term('food', 'Denrées et restauration', 'Food and catering'),
  term('supplies', 'Fournitures et mobilier', 'Supplies and furniture'),
  term('it', 'Informatique et télécommunications', 'IT and telecommunications'),
  term('vehicles', 'Véhicules et carburants', 'Vehicles and fuels'),
  term('transport', 'Transport et mobilité', 'Transport and mobility'),
  term(
    'workwear',
    'Vêtements de travail et équipements de protection',
    'Workwear and protective equipment',
  ),
  term('communication', 'Communication et impression', 'Communication and printing'),
  term('events', 'Événementiel', 'Events'),
  term('energy', 'Énergie', 'Energy'),
  term('social-services', 'Services sociaux et formation', 'Social services and training'),
  term('professional-services', 'Prestations intellectuelles', 'Professional services'),
  term('all', 'Tous segments', 'All segments'),
];
