import { frPlural } from '../texts.ts';

/** Actions that say the same thing brought together, and taken apart again. */
export const mergeFr = {
  selectHelp: 'Touchez les actions à regrouper, ou pressez x sur une carte puis u.',
  bar: 'Regroupement d’actions',
  merge: 'Regrouper…',
  alike: 'Ressemblances…',
  cancel: 'Annuler',
  title: (count: number) => (count > 1 ? `Regrouper ${count} actions` : 'Regrouper avec…'),
  stays: 'Quelle action reste sur le tableau ?',
  staysHelp: 'Son intitulé et sa fiche restent modifiables.',
  leaves: 'Ne pas regrouper',
  kept: 'Rien ne se perd : chaque action regroupée garde son texte, son auteur et ses contraintes ; les gommettes s’additionnent. Elle peut être séparée à tout moment.',
  find: 'Ajouter une action',
  findPlaceholder: 'Un mot, un numéro…',
  nothingFound: 'Aucune autre action ne correspond.',
  add: (number: string, title: string) => `Ajouter ${number} ${title}`.trim(),
  suggestions: 'Ces actions se ressemblent',
  suggestionsNone: 'Aucune autre action ne se ressemble assez pour être proposée.',
  suggestionsHelp: 'C’est vous qui décidez : rien n’est regroupé sans vous.',
  suggestionsTitle: 'Ces actions se ressemblent',
  group: (place: number, total: number) => `Ressemblance ${place} sur ${total}`,
  look: 'Regrouper…',
  ignore: 'Laisser séparées',
  confirm: 'Regrouper',
  tooFew: 'Choisissez au moins deux actions.',
  merged: (count: number, number: string) =>
    `${count} actions regroupées dans ${number}.`.replace(' dans .', '.'),
  undo: 'Séparer',
  gone: 'Une de ces actions n’est plus sur le tableau.',
  sourcesTitle: (count: number) =>
    frPlural(count, 'action regroupée ici', 'actions regroupées ici'),
  sourcesHelp: 'Chacune garde son texte, son auteur et ses contraintes.',
  proposedBy: (who: string) => `Proposée par ${who}`,
  constraints: 'Contraintes exprimées',
  constraintBy: (actor: string, text: string) => `${actor} : ${text}`,
  dots: (count: number) => frPlural(count, 'gommette', 'gommettes'),
  split: 'Séparer',
  splitSource: (title: string) => `Séparer « ${title} »`,
  splitDone: (title: string) => `« ${title} » est revenue à sa place.`,
} as const;

export const mergeWords = { part: 'merge', fr: mergeFr } as const;
