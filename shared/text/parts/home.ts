import type { Translated } from '../texts.ts';

/** The first page: what this is, three ways to begin, and the workshops known to this device. */
export const homeFr = {
  title: 'Imaginez ensemble les actions de votre SPASER',
  lead: 'Les élus ont fixé les priorités. Directions et partenaires écrivent en direct, en salle ou à distance, les actions qui y répondent ; l’atelier repart avec sa liste d’actions.',
  facts: 'Sans compte, sans installation : un lien suffit.',
  begin: 'Commencer un atelier',

  createTitle: 'Créer un atelier',
  createText: 'Un tableau vide : vous y posez vos priorités et vos directions.',
  titleLabel: 'Titre de l’atelier',
  titleMissing: 'Donnez un titre à l’atelier.',
  titleTooLong: 'Ce titre est trop long : 300 caractères au plus.',
  create: 'Créer l’atelier',

  demoTitle: 'Voir d’abord un exemple',
  demoText:
    'Un atelier de collectivité déjà rempli : 6 priorités, 52 actions, des données imaginaires. Il est à vous seul : essayez tout.',
  demoOpen: 'Ouvrir la démonstration',

  openedTitle: 'Ateliers ouverts sur cet appareil',
  untitled: 'Atelier sans titre',
  openedAt: (when: string) => `ouvert le ${when}`,
  forget: (title: string) => `Oublier « ${title} » sur cet appareil`,
  forgotten: (title: string) => `« ${title} » est oublié sur cet appareil.`,
} as const;

export const homeEn: Translated<typeof homeFr> = {
  title: 'Imagine the actions of your procurement scheme together',
  lead: 'The elected officials have set the priorities. Departments and partners write the actions that answer them, live, in the room or from afar; the workshop leaves with its action list.',
  facts: 'No account, nothing to install: a link is enough.',
  begin: 'Begin a workshop',

  createTitle: 'Create a workshop',
  createText: 'An empty wall: you put up your priorities and departments.',
  titleLabel: 'Workshop title',
  titleMissing: 'Give the workshop a title.',
  titleTooLong: 'This title is too long: 300 characters at most.',
  create: 'Create the workshop',

  demoTitle: 'See an example first',
  demoText:
    'A council’s workshop, already full: 6 priorities, 52 actions, imaginary data. It is yours alone: try everything.',
  demoOpen: 'Open the demonstration',

  openedTitle: 'Workshops opened on this device',
  untitled: 'Untitled workshop',
  openedAt: (when) => `opened on ${when}`,
  forget: (title) => `Forget “${title}” on this device`,
  forgotten: (title) => `“${title}” is forgotten on this device.`,
};
