import type { ExpectedField } from '../../board/completeness.ts';
import type { Facet, Mine } from '../../finding/filter.ts';
import { frPlural, type Translated } from '../texts.ts';

/** Choices of a search, and what it found: read by who searches. */
export const filtersFr = {
  panel: 'Filtrer les actions',
  panelHelp: 'Dans une liste, un seul choix suffit ; toutes les listes doivent convenir.',
  close: 'Fermer les filtres',
  see: (count: number) =>
    count === 0 ? 'Aucune action' : `Voir ${frPlural(count, 'action', 'actions')}`,
  found: (count: number, total: number) => `${frPlural(count, 'action', 'actions')} sur ${total}`,
  band: 'Recherche en cours',
  foundNone: 'Aucune action ne correspond.',
  showAll: 'Tout afficher',
  without: (choice: string) => `Retirer « ${choice} »`,
  mineLegend: 'Lesquelles',
  everybody: 'Toutes',
  mine: {
    actions: 'Mes actions',
    sheets: 'Mes fiches',
  } satisfies Record<Mine, string>,
  mineHelp:
    'Mes actions : proposées par moi ou ma direction, ou dont elle est pilote. Mes fiches : celles qu’on nous a confiées.',
  facets: {
    direction: 'Direction, pilote ou associée',
    partner: 'Partenaire',
    policy: 'Politique publique',
    lever: 'Levier',
    status: 'Statut',
    missing: 'Ce qui manque',
  } satisfies Record<Facet, string>,
  missing: {
    title: 'sans intitulé',
    description: 'sans description',
    leadDirection: 'sans pilote',
    lever: 'sans levier',
    consideration: 'sans considération',
    ambition: 'sans ambition',
    deadline: 'sans échéance',
    indicator: 'sans indicateur chiffré',
    partner: 'sans partenaire ni contrainte',
  } satisfies Record<ExpectedField, string>,
} as const;

export const filtersWords = { part: 'filters', fr: filtersFr } as const;
export type FiltersWords = Translated<typeof filtersFr>;
