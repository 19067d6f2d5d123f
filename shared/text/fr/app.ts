import { frPlural } from '../texts.ts';

/** The page around every screen: its name, its menus, what is said when it cannot go on. */
export const appFr = {
  skip: 'Aller au contenu',
  importTable: 'Importer un tableau…',
  projectionClosed: 'La projection a besoin du lien d’observation',
  projectionClosedText:
    'Sur l’appareil qui projette, ouvrez le lien d’observation de l’atelier suivi de « /projection », ou demandez à l’animation d’ouvrir la projection depuis son menu.',
  accessibility: 'Accessibilité',
  home: 'Accueil',
  tryNetwork: 'Tester mon réseau',
  documentTitle: (screen: string) => `${screen} – Gommette`,
  doorTab: (workshop: string) => `Entrer dans « ${workshop} »`,
  tab: (view: string, workshop: string) => `${view} – ${workshop}`,
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

  /** Too many at once, from one office: it goes on by itself. */
  tooOften: (seconds: number) =>
    `Beaucoup de monde entre en même temps : nouvel essai dans ${frPlural(seconds, 'seconde', 'secondes')}.`,
  doorWaits: 'L’atelier va s’ouvrir',

  opening: 'Ouverture…',
  openingSlow: 'La connexion est lente, ou coupée. La page s’ouvrira d’elle-même.',
  doorClosed: 'L’atelier ne s’ouvre pas',
  /** Without the server, as whom this device knows. */
  openKept: (name: string) => `Ouvrir ce que cet appareil a gardé, en tant que ${name}`,
  noLinkTitle: 'Demandez le lien de l’atelier',
  noLinkText:
    'Cet appareil n’a pas encore ouvert cet atelier. La personne qui l’anime peut vous envoyer le lien : ouvrez-le en entier, jusqu’au dernier caractère.',
  cutLink:
    'Ce lien est incomplet : il en manque la fin. Reprenez-le en entier, jusqu’au dernier caractère.',
  unknownTitle: 'Cette page n’existe pas',
  unknownText: 'L’adresse est peut-être incomplète : reprenez le lien reçu, en entier.',

  reload: 'Recharger la page',

  crashTitle: 'Cette page s’est arrêtée',
  crashText:
    'L’erreur vient de nous. Ce qui est enregistré le reste ; ce qui attendait l’envoi est gardé sur cet appareil.',
  crashCopy: 'Copier les détails',
  crashDetails: 'Détails',
  partFailed: 'Cette partie de la page n’a pas pu être chargée',
  partFailedText:
    'Vérifiez votre connexion, puis réessayez. Si Gommette vient d’être mise à jour, rechargez la page : rien de votre travail n’est perdu.',

  keys: 'Touches à une lettre',
  keysOn: 'Actives',
  keysOff: 'Coupées',
  keysTitle: 'Raccourcis clavier',
  keysEverywhere: 'Partout',
  keysHelp: 'Afficher cette liste',

  /** Leading the workshop. */
  lead: 'Animation',
  leadKey: 'Ouvrir ou fermer l’animation',
  agenda: 'Déroulé',

  menu: 'Menu de l’atelier',
  synthesis: 'Synthèse',
  workshop: 'Atelier',
  invite: 'Inviter',
  export: 'Exporter',
  frame: 'Cadre de l’atelier',
  links: 'Liens de l’atelier',
  entry: 'Afficher le code d’entrée',
  changePerson: 'Changer de nom ou de direction',
  leave: 'Quitter l’atelier',
  leaveTitle: 'Partir sans attendre l’envoi ?',
  leaveText:
    'Des modifications n’ont pas encore atteint le serveur. Si vous partez, cet appareil les garde : vous les retrouverez dans « Travail gardé ».',
  leaveStay: 'Rester',
  leaveAnyway: 'Partir quand même',
} as const;
