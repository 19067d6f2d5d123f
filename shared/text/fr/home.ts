import type { RehearsalStep } from '../../protocol/http.ts';
/** The first page: what this is, three ways to begin, and the workshops known to this device. */
export const homeFr = {
  title: 'Imaginez ensemble les actions de votre SPASER',
  lead: 'Les élus ont fixé les priorités. Directions et partenaires écrivent en direct, en salle ou à distance, les actions qui y répondent ; l’atelier repart avec sa liste d’actions.',
  facts: 'Sans compte, sans installation : un lien suffit.',
  begin: 'Commencer un atelier',
  tryNetworkBefore: 'Avant le jour de l’atelier, sur l’appareil que vous utiliserez :',

  createTitle: 'Créer un atelier',
  createText: 'Un tableau vide : vous y posez vos priorités et vos directions.',
  titleLabel: 'Titre de l’atelier',
  titleMissing: 'Donnez un titre à l’atelier.',
  titleTooLong: 'Ce titre est trop long : 300 caractères au plus.',
  create: 'Créer l’atelier',

  demoTitle: 'Voir d’abord un exemple',
  demoText:
    'Un atelier de collectivité déjà rempli : 6 priorités, 52 actions, des données imaginaires. Il est à vous seul : essayez tout.',
  demoSteps: 'Ou commencez en plein atelier, avec des personnes qui ont déjà joué :',
  demoStep: { ideas: 'Idées', vote: 'Vote', report: 'Restitution' } satisfies Record<
    RehearsalStep,
    string
  >,
  pictureOf:
    'Un atelier ouvert : les priorités côte à côte, et sous chacune les cartes des actions.',
  demoOpen: 'Ouvrir la démonstration',

  keyTitle: 'Créer demande une clé',
  keyText:
    'Ce serveur la demande à qui crée un atelier ; participer n’en demande aucune. Qui administre le serveur peut vous la donner. Cet appareil la retiendra.',
  keyLabel: 'Clé de création',
  keyMissing: 'Indiquez la clé.',
  keyWrong: 'Ce n’est pas la clé de ce serveur. Vérifiez-la, jusqu’au dernier caractère.',

  codeTitle: 'J’ai un code',
  codeText: 'Celui qui est affiché dans la salle, ou que la personne qui anime vous a donné.',
  codeLabel: 'Code d’entrée',
  codeHelp: 'Six chiffres et lettres, comme K3P 9TX.',
  codeWrong: 'Un code a six chiffres et lettres, sans 0, 1, I, L ni O.',
  codeEnter: 'Entrer avec ce code',

  openedTitle: 'Ateliers ouverts sur cet appareil',
  untitled: 'Atelier sans titre',
  openedAt: (when: string) => `ouvert le ${when}`,
  forget: (title: string) => `Oublier « ${title} » sur cet appareil`,
  forgotten: (title: string) => `« ${title} » est oublié sur cet appareil.`,
  notForgotten: (title: string) =>
    `« ${title} » reste dans la liste : ce que cet appareil en garde n’a pas pu être mis de côté. Rechargez la page, puis recommencez.`,
} as const;

export const homeWords = { part: 'home', fr: homeFr } as const;
