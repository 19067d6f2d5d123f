import type { EntityRoot } from '../../board/schema.ts';
import type { RefusalReason } from '../../protocol/messages.ts';
import type { RequestRefusal } from '../../session/refusals.ts';
import { frPlural } from '../texts.ts';

/** What can be created or taken away: entities, and the parts of an action. */
type Whole = EntityRoot | 'indicators' | 'constraints' | 'targets';

const changes = (count: number) => frPlural(count, 'changement', 'changements');
const list = new Intl.ListFormat('fr');

/** What another copy of the board left on this page. */
export interface LackingCounts {
  readonly actions: number;
  readonly texts: number;
  /** Moves, comments, choices in lists… */
  readonly others: number;
}

/** Work that this device keeps because the board has not taken it. */
export const keptFr = {
  band: 'Travail gardé sur cet appareil',
  kept: (count: number) =>
    frPlural(count, 'changement gardé sur cet appareil.', 'changements gardés sur cet appareil.'),
  canComeBack: (able: number, count: number) =>
    able === count
      ? frPlural(
          count,
          'changement gardé peut être remis.',
          'changements gardés peuvent être remis.',
        )
      : `${frPlural(count, 'changement gardé', 'changements gardés')} : ${frPlural(able, 'peut être remis.', 'peuvent être remis.')}`,
  onlyHere: 'Fermer cette page les perdrait : cet appareil ne garde rien.',
  see: 'Voir',
  openWorkshop: 'Ouvrir l’atelier',
  /** Said by whoever it belongs to, on a device of several people. */
  itIsMine: 'C’est à moi',
  somebody: 'Une autre personne',

  lacking: ({ actions, texts, others }: LackingCounts) => {
    const parts = [
      actions > 0 && frPlural(actions, 'action', 'actions'),
      texts > 0 && frPlural(texts, 'texte', 'textes'),
      others > 0 &&
        (actions + texts > 0
          ? frPlural(others, 'autre changement', 'autres changements')
          : changes(others)),
    ];
    return `Cette page contient ${list.format(parts.filter((part) => part !== false))} que le tableau n’a pas.`;
  },
  compare: 'Comparer',
  review: {
    title: 'Ce que le tableau n’a pas',
    text: 'Le tableau du serveur est reparti d’un autre moment. Cochez ce qui doit y revenir : le reste est toujours gardé sur cet appareil. Une action ou un commentaire remis porte votre nom.',
    contestedText: 'Ce qui a changé depuis sur le tableau n’est pas coché d’avance.',
    changed: (count: number) => frPlural(count, 'action modifiée', 'actions modifiées'),
    added: (count: number) => frPlural(count, 'action à ajouter', 'actions à ajouter'),
    others: (count: number) => frPlural(count, 'autre changement', 'autres changements'),
    before: 'Sur le tableau',
    after: 'Sur cette page',
    emptyValue: 'vide',
    contested: 'modifié aussi sur le tableau depuis',
    aside: 'écartée',
    onShow: 'sur le tableau',
    alone: 'à part',
    into: 'Remettre dans',
    intoHelp: 'Sa priorité n’est plus sur le tableau.',
    choose: 'Choisir une priorité',
    otherPlace: 'à une autre place',
    putBack: (count: number) => `Remettre ce qui est coché (${count})`,
    done: 'Le tableau a tout ce que contient cette page.',
  },

  unreadable: {
    text: (size: string, when: string) =>
      `Une partie de la copie de cet appareil n’a pas pu être relue : ${size}${when === '' ? '' : `, mise de côté le ${when}`}. Quelqu’un qui vous aide pourra y chercher un texte.`,
    kept: 'Une copie de cet appareil n’a pas pu être relue en entier.',
    size: (kilobytes: number) => `${kilobytes.toLocaleString('fr')} ko`,
    save: 'Enregistrer le fichier',
    fileName: 'gommette-copie-illisible.json',
    title: 'Jeter cette partie de la copie ?',
    question: 'Elle n’est nulle part ailleurs. Enregistrez d’abord le fichier s’il peut servir.',
    no: 'La garder',
  },

  title: 'Travail gardé',
  lead: (count: number) =>
    `${frPlural(count, 'changement n’est pas', 'changements ne sont pas')} sur le tableau. Rien n’est perdu : ${count < 2 ? 'il est gardé' : 'ils sont gardés'} sur cet appareil.`,
  empty: 'Plus rien n’est gardé ici',
  emptyText: 'Ce que vous écrivez est sur le tableau.',
  otherHand:
    'Une partie a été écrite sur cet appareil sous un autre nom. Ce qui est remis porte le vôtre.',
  untitled: 'Sans intitulé',
  frame: 'Cadre de l’atelier',
  by: (name: string) => `par ${name}`,
  bySomebody: 'sous un autre nom',
  keptAt: (when: string) => `Gardé le ${when}`,
  /** « Gardé il y a 3 jours, le 30 juin 2026 à 10:42 ». */
  keptSince: (ago: string, when: string) => `Gardé ${ago === '' ? 'à l’instant' : ago}, le ${when}`,

  putBack: 'Remettre',
  putting: 'Remise sur le tableau…',
  putBackIn: 'Remettre dans…',
  putBackAll: (count: number) => (count < 2 ? 'Remettre' : `Remettre les ${count}`),
  copyAll: 'Tout copier',
  discard: 'Jeter',
  discardAll: 'Tout jeter',
  discardAllTitle: (count: number) => `Jeter ${changes(count)} ?`,
  discardAllText: 'Ils ne sont nulle part ailleurs. Copiez d’abord ce qui peut servir.',
  discardNo: 'Les garder',
  discardYes: 'Tout jeter',
  undo: 'Annuler',
  discarded: (count: number) => frPlural(count, 'changement jeté.', 'changements jetés.'),
  doneBack: (count: number) =>
    frPlural(count, 'changement remis sur le tableau.', 'changements remis sur le tableau.'),
  stayed: (count: number) => frPlural(count, 'n’a pas pu l’être.', 'n’ont pas pu l’être.'),
  undoLater: 'Vous avez fait autre chose depuis : annulez pas à pas, en haut de la page.',
  undone: 'Annulé : c’est de nouveau gardé ici.',
  readAll: 'Tout lire',
  readLess: 'Réduire',

  here: 'Gardé ici',
  onBoard: 'Sur le tableau maintenant',
  nothing: 'Vide',
  both: 'Quelqu’un a aussi écrit ici. Que faire de votre texte ?',
  replace: 'Remplacer',
  append: 'Ajouter à la suite',

  later: {
    step: 'L’étape en cours ne le permet pas. Vous pourrez remettre dès qu’elle le permettra.',
    lead: 'Le cadre de l’atelier se remet depuis l’animation.',
    vote: 'Les gommettes se remettent pendant que leur vote est ouvert.',
    copy: 'Un texte commencé se copie, puis se colle à sa place.',
    observer: 'Ce lien sert à lire : ce qui est gardé peut être copié.',
    closed: 'Entrez de nouveau dans l’atelier pour remettre ce qui est gardé.',
    elsewhere: 'Ouvrez l’atelier pour remettre ce qui est gardé.',
  },

  created: {
    actions: 'Nouvelle action',
    comments: 'Commentaire',
    priorities: 'Nouvelle priorité',
    directions: 'Nouvelle direction',
    actors: 'Nouveau partenaire',
    policies: 'Nouvelle politique publique',
    indicators: 'Indicateur',
    constraints: 'Contrainte',
    targets: 'Cible',
  } satisfies Record<Whole, string>,
  removed: {
    actions: 'Action retirée',
    comments: 'Commentaire retiré',
    priorities: 'Priorité retirée',
    directions: 'Direction retirée',
    actors: 'Partenaire retiré',
    policies: 'Politique publique retirée',
    indicators: 'Indicateur retiré',
    constraints: 'Contrainte retirée',
    targets: 'Cible retirée',
  } satisfies Record<Whole, string>,
  kinds: {
    place: 'Déplacement',
    idea: 'Idée',
    votes: 'Votes non comptés',
    typed: 'Texte commencé',
    discarded: 'Mise à l’écart',
    restored: 'Retour sur le tableau',
    merged: 'Regroupement',
    split: 'Séparation',
  },
  emptied: 'Champ vidé',
  memberAdded: (name: string) => `Ajouté : ${name}`,
  memberRemoved: (name: string) => `Retiré : ${name}`,
  placeIn: (priority: string) => `Vers « ${priority} »`,
  isIn: (priority: string) => `Dans « ${priority} »`,
  with: (action: string) => `Avec ${action}`,
  dots: (count: number) => frPlural(count, 'gommette', 'gommettes'),
  somethingOfBoard: 'une valeur de l’atelier',
  labelled: (label: string, value: string) => `${label} : ${value}`,
  /** Names of fields that no form shows under one. */
  fields: {
    at: 'Date',
    date: 'Date',
    language: 'Langue de l’atelier',
    levers: 'Leviers de l’atelier',
    marketFamilies: 'Familles d’achat de l’atelier',
    rank: 'Place dans la liste',
    text: 'Commentaire',
    value: 'Valeur',
    votesPerParticipant: 'Gommettes par personne',
    workshopId: 'Identifiant de l’atelier',
  },

  /** Why the board has not taken something: what was, never who. */
  why: {
    role: 'Le lien servait à lire : l’écriture n’y passe pas.',
    step: 'L’étape en cours ne permettait pas ce changement.',
    'frame-locked': 'Le cadre de l’atelier était fixé à ce moment-là.',
    authorship: 'La signature de ce changement n’a pas été reconnue.',
    schema: 'Le serveur n’a pas su lire ce changement.',
    'too-large': 'C’était trop long pour partir en une fois.',
    'too-many': 'Le tableau était plein.',
    share: 'La place d’une personne était prise : demandez à l’animation de l’ajouter.',
    storage: 'Le serveur ne pouvait plus enregistrer à ce moment-là.',
    invalid: 'Le serveur n’a pas su lire cette demande.',
    gone: 'Ce dont il s’agit n’était plus sur le tableau.',
    stale: 'Le tableau avait changé entre-temps.',
    nothing: 'Le serveur n’a rien trouvé à changer.',
    budget: 'Il ne restait pas assez de gommettes.',
    cap: 'Le nombre de gommettes par action était atteint.',
    round: 'Le vote n’était pas ouvert à ce moment-là.',
    full: 'Une limite était atteinte.',
    'too-often': 'Trop de demandes étaient parties d’un coup.',
    unanswered: 'La réponse du serveur n’est pas arrivée.',
    'other-epoch': 'Le tableau du serveur est reparti d’un autre moment.',
    'older-copy': 'Gommette a été mis à jour avant l’envoi.',
    'access-ended': 'L’accès s’est fermé avant l’envoi.',
    closed: 'La liaison s’est terminée avant l’envoi.',
    left: 'L’atelier a été quitté avant l’envoi.',
    forgotten: 'L’atelier a été oublié ici avant l’envoi.',
    'field-gone': 'Le champ s’est fermé pendant l’écriture.',
  } satisfies Readonly<Record<RefusalReason | RequestRefusal, string>> & Record<string, string>,

  /** Why something could not be put back just now. */
  stays: {
    'action-gone': 'L’action n’est plus sur le tableau.',
    'priority-gone': 'La priorité n’est plus sur le tableau.',
    'priority-in-use': 'La priorité contient des actions.',
    'direction-in-use': 'Des actions ont cette direction pour pilote.',
    'term-in-use': 'Des actions s’en servent.',
    'entity-gone': 'Ce dont il s’agit n’est plus sur le tableau.',
    'title-missing': 'Il manque un intitulé.',
    'value-refused': 'Ce champ ne prend pas cette valeur, ou pas si longue.',
    full: 'Une limite du tableau est atteinte.',
    forbidden: 'L’étape en cours ne le permet pas.',
    'text-changed': 'Quelqu’un a aussi écrit dans ce texte.',
    refused: 'L’atelier ne l’a pas pris cette fois.',
    'only-copied': 'Cela peut seulement être copié.',
    another: 'Ce qui a été gardé plus tard au même endroit vient d’être remis : comparez les deux.',
    'too-large': 'C’est trop long pour partir en une fois : cela peut être copié.',
    interrupted: 'La liaison s’est coupée avant son tour. Réessayez quand elle sera revenue.',
  },
} as const;

export const keptWords = { part: 'kept', fr: keptFr } as const;
