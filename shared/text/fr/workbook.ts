import { frPlural } from '../texts.ts';

/** The workbook of a workshop. Not part of the interface's dictionary: pages never write one. */
export const workbookFr = {
  untitled: 'Atelier sans titre',
  subject: 'Liste des actions',
  page: 'Page',
  of: 'sur',
  total: 'Total',
  sheets: {
    actions: 'Actions',
    byPriority: 'Par axe',
    byDirection: 'Par direction',
    byDeadline: 'Par échéance',
    indicators: 'Indicateurs',
    trace: 'Trace',
  },
  priority: 'Priorité',
  noPriority: 'Sans priorité',
  direction: 'Direction pilote',
  noDirection: 'Sans direction pilote',
  year: 'Année',
  quarter: 'Trimestre',
  quarters: ['Janvier à mars', 'Avril à juin', 'Juillet à septembre', 'Octobre à décembre'],
  noDeadline: 'Sans échéance',
  groups: {
    actions: 'Actions',
    proposed: 'Proposées',
    discuss: 'À discuter',
    retained: 'Retenues',
    toComplete: 'À compléter',
    leadDirection: 'Sans pilote',
    deadline: 'Sans échéance',
    indicator: 'Sans indicateur chiffré',
    votes: 'Votes',
    supports: 'Associée à',
    which: 'Actions à compléter',
  },
  category: 'Catégorie',
  categories: {
    social: 'sociale',
    environmental: 'environnementale',
    solidarity: 'économie sociale et solidaire',
    vulnerable: 'publics vulnérables',
  },
  untitledAction: 'Action sans intitulé',
  counted: (actions: number) =>
    `Compte ${frPlural(actions, 'action', 'actions')}, celles de la feuille Actions. À compléter : il manque au moins un des éléments attendus d’une fiche.`,
  supportsNote:
    'Associée à : actions d’une autre direction qui ont besoin de celle-ci ; elles ne sont pas dans le total.',
  categoryNote:
    'La catégorie est déduite des considérations et des leviers de l’action ; la loi n’en donne pas de liste fermée.',
  without: (count: number) =>
    `${frPlural(count, 'action n’a', 'actions n’ont')} pas encore d’indicateur.`,
  traceNote: (merged: number, discarded: number) =>
    `Toutes les actions : ${frPlural(merged, 'fusionnée', 'fusionnées')} et ${frPlural(discarded, 'écartée', 'écartées')} ne sont que dans cette feuille.`,
  unnamed:
    'Ce classeur ne nomme aucun participant : seuls leurs directions et organismes y figurent.',
  named: 'Ce classeur nomme les participants : réservez-le aux échanges internes.',
  leftOut:
    'Ne sont pas dans ce classeur : le déroulé de l’atelier, ce que les acteurs ont dit hors des actions, la date des modifications. Le fichier d’atelier garde le déroulé et les acteurs.',
  cut: 'Un texte de plus de 32 767 caractères est coupé : le fichier d’atelier le garde entier.',
} as const;
