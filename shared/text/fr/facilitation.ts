import { frPlural } from '../texts.ts';

/** The frame of the workshop, kept by its facilitators. */
export const facilitationFr = {
  title: 'Cadre de l’atelier',
  tabsLabel: 'Parties du cadre',
  tabs: {
    workshop: 'Atelier',
    priorities: 'Priorités',
    directions: 'Directions',
    actors: 'Partenaires',
    policies: 'Politiques',
    terms: 'Leviers et familles',
  },
  hint: 'Chaque champ est pris en compte dès que vous le quittez.',
  undone: 'Annulé.',
  redone: 'Rétabli.',
  nothingToUndo: 'Rien à annuler.',
  undoLater: 'Vous avez fait autre chose depuis : annulez pas à pas, en haut de la page.',

  refused: 'Cette valeur n’est pas acceptée : elle est trop longue ou mal écrite.',
  countRefused: (max: number) =>
    `Écrivez un nombre entier, de 0 à ${max.toLocaleString('fr')}, ou rien.`,
  dateRefused: 'Complétez la date, ou videz-la.',
  timeRefused: 'Complétez l’heure, ou videz-la.',
  theirText: (text: string) => `Quelqu’un vient d’écrire ici : « ${text} »`,
  theirEmpty: 'Quelqu’un vient de vider ce champ.',
  takeTheirs: 'Reprendre sa version',
  keepMine: 'Garder la mienne',

  groups: {
    names: 'L’atelier',
    when: 'Le jour',
    people: 'Les participants',
    plan: 'La décision préparée',
    markers: 'Les repères de la synthèse',
    screen: 'À l’écran',
  },
  info: {
    title: 'Titre',
    subtitle: 'Sous-titre',
    territory: 'Territoire',
    date: 'Date',
    startTime: 'Début',
    endTime: 'Fin',
    onSiteParticipants: 'En salle',
    remoteParticipants: 'À distance',
    tables: 'Tables',
    purpose: 'But de l’atelier',
    decisionBody: 'Instance qui décide',
    periodStart: 'Début du schéma',
    periodEnd: 'Fin du schéma',
    priorityLabel: 'Votre mot pour « priorité »',
    notice: 'Avertissement',
    socialMarker: 'Repère social, en % des contrats',
    environmentalMarker: 'Repère environnemental, en %',
    markerSource: 'Source de ces repères',
  },
  infoHelp: {
    territory: 'Tel qu’il apparaît en haut de la page et dans les exports.',
    purpose: 'En une phrase : ce que la séance doit produire, et pour qui.',
    decisionBody: 'Par exemple : conseil communautaire.',
    periodStart: 'Par exemple : 2026.',
    socialMarker: 'Vide : 30, le repère national.',
    environmentalMarker: 'Vide : 100, le repère national.',
    markerSource: 'Vide, les repères nationaux gardent la leur : le plan national 2022-2025.',
    priorityLabel: 'Par exemple : axe, enjeu, volet.',
    notice: 'Reste visible au-dessus des actions : « données d’essai », « version provisoire »…',
  } as Readonly<Record<string, string>>,

  priority: {
    new: 'Nouvelle priorité',
    edit: (number: number) => `Priorité ${number}`,
    title: 'Intitulé',
    titleMissing: 'Donnez un intitulé à la priorité.',
    orientation: 'Orientation',
    orientationHelp: 'Le texte des élus, tel qu’ils l’ont arrêté.',
    setBy: 'Fixée par',
    setByHelp: 'Par exemple : conseil communautaire du 14 mars.',
    place: (place: number, total: number) => `Place ${place} sur ${total}`,
    moveLeft: 'Déplacer à gauche',
    moveRight: 'Déplacer à droite',
    remove: 'Retirer la priorité',
    removeTitle: 'Retirer cette priorité ?',
    removeText: 'Elle ne contient aucune action. Vous pourrez encore annuler.',
    removeYes: 'Retirer',
    removeNo: 'La garder',
    inUseTitle: 'Cette priorité n’est pas vide',
    understood: 'J’ai compris',
    changedTitle: 'Quelqu’un a modifié cette priorité',
    changedText: 'Votre texte est intact. Enregistrer le mettrait à la place de sa version :',
    emptied: 'champ vidé',
    goneTitle: 'Quelqu’un a retiré cette priorité',
    goneText: 'Votre texte est intact : enregistrez pour la recréer.',
    leaveTitle: 'Fermer sans enregistrer ?',
    leaveText: 'Ce que vous venez d’écrire serait perdu.',
    leaveYes: 'Fermer sans enregistrer',
    leaveNo: 'Continuer à écrire',
    actions: (count: number) =>
      count === 0 ? 'aucune action' : frPlural(count, 'action', 'actions'),
  },

  moveUp: (name: string) => `Monter « ${name} »`,
  moveDown: (name: string) => `Descendre « ${name} »`,
  remove: (name: string) => `Retirer « ${name} »`,
  edit: (name: string) => `Modifier « ${name} »`,
  moved: (name: string, place: number, total: number) =>
    `« ${name} » : place ${place} sur ${total}.`,
  add: 'Ajouter',
  nameMissing: 'Il faut un nom : l’ancien a été remis.',
  gone: 'Quelqu’un vient de retirer cette ligne.',
  full: (max: number) => `La liste est pleine : ${max} au plus.`,
  priorityInUse: (count: number, hidden: number) =>
    `${frPlural(count, 'action y est rangée', 'actions y sont rangées')}${
      hidden === 0
        ? ''
        : `, dont ${frPlural(hidden, 'écartée ou fusionnée', 'écartées ou fusionnées')}`
    }. Déplacez d’abord toutes ses actions vers une autre priorité${
      hidden === 0 ? '' : ', après avoir ramené celles qui ne sont plus affichées'
    }.`,
  termInUse: 'Des actions s’en servent encore : retirez-le d’abord de leur fiche.',
  usualTerms: (count: number) => `Liste commune à tous les ateliers : ${count}`,
  directionInUse: (count: number) =>
    `Elle est pilote de ${frPlural(count, 'action', 'actions')}. Donnez-leur d’abord un autre pilote, dans leur fiche.`,

  lists: {
    priorities: {
      list: 'Priorités, dans l’ordre',
      new: 'Nouvelle priorité',
      placeholder: 'Un intitulé, puis Entrée',
      added: (name: string) => `Priorité ajoutée : ${name}`,
      removed: (name: string) => `Priorité retirée : ${name}`,
      empty: 'Aucune priorité pour l’instant',
      emptyHelp:
        'Recopiez celles que les élus ont fixées, une par ligne : ce sont les colonnes où les actions seront écrites.',
    },
    directions: {
      list: 'Directions, dans l’ordre',
      new: 'Nouvelle direction',
      placeholder: 'Un nom, puis Entrée',
      added: (name: string) => `Direction ajoutée : ${name}`,
      removed: (name: string) => `Direction retirée : ${name}`,
      empty: 'Aucune direction pour l’instant',
      emptyHelp:
        'Chaque participant choisit la sienne en entrant, et chaque action reçoit une direction pilote. Collez votre organigramme, une direction par ligne.',
    },
    actors: {
      list: 'Partenaires, dans l’ordre',
      new: 'Nouveau partenaire',
      placeholder: 'Un organisme, puis Entrée',
      added: (name: string) => `Partenaire ajouté : ${name}`,
      removed: (name: string) => `Partenaire retiré : ${name}`,
      empty: 'Aucun partenaire pour l’instant',
      emptyHelp:
        'Fédérations, chambres, maison de l’emploi… Notez ce que chacun attend et ce qui le contraint : les actions pourront y répondre.',
    },
    policies: {
      list: 'Politiques publiques, dans l’ordre',
      new: 'Nouvelle politique publique',
      placeholder: 'Un plan ou un schéma, puis Entrée',
      added: (name: string) => `Politique ajoutée : ${name}`,
      removed: (name: string) => `Politique retirée : ${name}`,
      empty: 'Aucune politique publique pour l’instant',
      emptyHelp:
        'Plan climat, projet alimentaire, schéma de l’inclusion… Chaque action pourra dire celles qu’elle sert.',
    },
    levers: {
      list: 'Leviers ajoutés par l’atelier',
      new: 'Nouveau levier',
      placeholder: 'Un outil de l’achat, puis Entrée',
      added: (name: string) => `Levier ajouté : ${name}`,
      removed: (name: string) => `Levier retiré : ${name}`,
      empty: 'Leviers',
      emptyHelp: 'Ajoutez ceux de votre collectivité à la liste proposée dans chaque fiche.',
    },
    marketFamilies: {
      list: 'Familles d’achat ajoutées par l’atelier',
      new: 'Nouvelle famille d’achat',
      placeholder: 'Une famille, puis Entrée',
      added: (name: string) => `Famille ajoutée : ${name}`,
      removed: (name: string) => `Famille retirée : ${name}`,
      empty: 'Familles d’achat',
      emptyHelp: 'Ajoutez celles de votre nomenclature à la liste proposée dans chaque fiche.',
    },
  },
  fields: {
    name: 'Nom',
    abbreviation: 'Sigle',
    kind: 'Type',
    expectation: 'Ce qu’il attend',
    constraint: 'Ce qui le contraint',
    shortName: 'Nom court',
  } as Readonly<Record<string, string>>,

  paste: {
    open: 'Coller une liste',
    label: 'Directions, une par ligne',
    help: 'Le sigle peut suivre entre parenthèses, ou venir d’un tableur : nom, sigle, type.',
    known: (count: number) =>
      frPlural(count, 'ligne est déjà dans la liste', 'lignes sont déjà dans la liste'),
    add: (count: number) =>
      count === 0 ? 'Ajouter' : `Ajouter ${frPlural(count, 'direction', 'directions')}`,
    added: (count: number) => frPlural(count, 'direction ajoutée', 'directions ajoutées'),
    some: 'Les lignes qui restent n’ont pas pu être ajoutées : elles sont trop longues, ou la liste est pleine.',
  },
} as const;

export const facilitationWords = { part: 'facilitation', fr: facilitationFr } as const;
