/** A small annex with some of everything, one text of it hostile: what the golden files are of. */
import { annexOf } from '../../../shared/export/document/annex.ts';
import type { Document } from '../../../shared/export/document/blocks.ts';
import { plainInput } from '../../support/plain-input.ts';
import { boardOf, fileOf, readFile, workshopOf } from '../../support/workshop-file.ts';

const cards = [
  {
    id: 'c1',
    position: 1,
    priorityId: 'p1',
    title: 'Réserver un lot aux structures d’insertion',
    description: 'Dans chaque marché de réseaux.\nDès 2027.',
    pilotDirectionId: 'd1',
    associatedDirectionIds: ['d2'],
    levers: ['Allotissement', 'Sourçage'],
    considerations: { social: 'Emplois durables.' },
    decp: { considerationsSociales: ['Marché réservé'] },
    startDate: '2027-03-01',
    deadline: '2027-12-31',
    indicator: { label: 'Lots réservés', unit: 'lots', baseline: 0, target: 1_200 },
    status: 'Retenue',
    votes: 3,
  },
  {
    id: 'c2',
    position: 2,
    priorityId: 'p1',
    title: '# </style><script>alert("1")</script> *[ici](https://exemple.fr)* | `x` & ]]>',
    means: '1. premier\n- second\n=1+1\n> cité',
  },
  { id: 'c3', position: 3, priorityId: 'p1', title: 'Écartée', status: 'Écartée' },
];

export const smallAnnex = (): Document =>
  annexOf(
    plainInput(
      boardOf(
        workshopOf(
          readFile(
            fileOf(cards, {
              workshop: {
                title: 'Acheter mieux',
                territory: 'Communauté de l’Exemple',
                decisionBody: 'Conseil communautaire',
                planPeriod: { start: '2027', end: '2030' },
              },
              notice: 'Exemple imaginaire.',
            }),
          ),
        ),
      ),
      { now: Date.UTC(2027, 2, 12) },
    ),
  );
