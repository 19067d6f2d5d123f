import type { Translated } from '../texts.ts';

/** The page around every screen: its name, its menus, what is said when it cannot go on. */
export const appFr = {
  skip: 'Aller au contenu',
  home: 'Accueil',
  documentTitle: (screen: string) => `${screen} – Gommette`,
  messages: 'Messages',
  dismiss: 'Masquer ce message',

  preferences: 'Affichage',
  language: 'Langue',
  theme: 'Couleurs',
  themes: {
    auto: 'Automatique',
    clair: 'Clair',
    sombre: 'Sombre',
    contraste: 'Contraste élevé',
  },

  /** A refused request: the server's own sentence says most. */
  problem: (_code: string, said: string): string =>
    said || 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',

  opening: 'Ouverture de l’atelier…',
  doorClosed: 'L’atelier ne s’ouvre pas',
  noLinkTitle: 'Demandez le lien de l’atelier',
  noLinkText:
    'Cet appareil n’a pas encore ouvert cet atelier. La personne qui l’anime peut vous envoyer le lien : ouvrez-le en entier, jusqu’au dernier caractère.',
  unknownTitle: 'Cette page n’existe pas',
  unknownText: 'L’adresse est peut-être incomplète : reprenez le lien reçu, en entier.',

  closedTitle: 'L’atelier s’est fermé',
  enterAgain: 'Entrer de nouveau',
  reload: 'Recharger la page',
  unsentTitle: 'Ces textes n’ont pas été envoyés',
  unsentText: 'Copiez-les avant de quitter cette page.',

  crashTitle: 'Cette page s’est arrêtée',
  crashText:
    'L’erreur vient de nous. Ce qui est enregistré le reste ; ce qui attendait l’envoi est gardé sur cet appareil.',
  crashCopy: 'Copier les détails',
  crashDetails: 'Détails',
  partFailed: 'Cette partie de la page n’a pas pu être chargée',
  partFailedText: 'Vérifiez votre connexion, puis réessayez.',

  menu: 'Menu de l’atelier',
  workshop: 'Atelier',
  export: 'Exporter',
  frame: 'Priorités et directions',
  links: 'Liens de l’atelier',
  changePerson: 'Changer de nom ou de direction',
  leave: 'Quitter l’atelier',
  leaveTitle: 'Partir sans attendre l’envoi ?',
  leaveText:
    'Des modifications n’ont pas encore atteint le serveur. En partant maintenant, vous les perdez.',
  leaveStay: 'Rester',
  leaveAnyway: 'Partir quand même',
} as const;

export const appEn: Translated<typeof appFr> = {
  skip: 'Skip to content',
  home: 'Home',
  documentTitle: (screen) => `${screen} – Gommette`,
  messages: 'Messages',
  dismiss: 'Hide this message',

  preferences: 'Display',
  language: 'Language',
  theme: 'Colours',
  themes: {
    auto: 'Automatic',
    clair: 'Light',
    sombre: 'Dark',
    contraste: 'High contrast',
  },

  problem: (code, said) =>
    problemsEn[code] ??
    (said || 'The server does not answer. Check your connection, then try again.'),

  opening: 'Opening the workshop…',
  doorClosed: 'The workshop does not open',
  noLinkTitle: 'Ask for the workshop’s link',
  noLinkText:
    'This device has not opened this workshop yet. Its facilitator can send you the link: open it whole, to the last character.',
  unknownTitle: 'This page does not exist',
  unknownText: 'The address may be incomplete: use the link you received, whole.',

  closedTitle: 'The workshop was closed',
  enterAgain: 'Enter again',
  reload: 'Reload the page',
  unsentTitle: 'These texts were not sent',
  unsentText: 'Copy them before you leave this page.',

  crashTitle: 'This page has stopped',
  crashText:
    'The mistake is ours. What is saved stays saved; what was waiting to be sent is kept on this device.',
  crashCopy: 'Copy the details',
  crashDetails: 'Details',
  partFailed: 'This part of the page could not be loaded',
  partFailedText: 'Check your connection, then try again.',

  menu: 'Workshop menu',
  workshop: 'Workshop',
  export: 'Export',
  frame: 'Priorities and departments',
  links: 'Workshop links',
  changePerson: 'Change name or department',
  leave: 'Leave the workshop',
  leaveTitle: 'Leave before everything is sent?',
  leaveText: 'Some changes have not reached the server yet. If you leave now, you lose them.',
  leaveStay: 'Stay',
  leaveAnyway: 'Leave anyway',
};

/** The server speaks French; its codes are stable, so they are said here in English. */
const problemsEn: Readonly<Record<string, string>> = {
  unreadable: 'This file is not a readable workshop.',
  'bad-title': 'Give the workshop a title of 1 to 300 characters.',
  'bad-join': 'The request was incomplete: reload the page and try again.',
  'bad-name': 'Give a first name or a function, 1 to 60 characters.',
  'bad-place': 'Choose your department or organisation in the workshop’s list.',
  unauthorized: 'This link does not open this workshop. Ask its facilitator for the link.',
  'unknown-board': 'This workshop does not exist, or no longer does.',
  'too-large': 'This file is too heavy.',
  'too-often': 'Too many requests in a row: wait a moment, then try again.',
  unexpected: 'The server met an error. It is noted; try again in a moment.',
  storage: 'The server cannot save anything for now. Tell its administrator.',
};
