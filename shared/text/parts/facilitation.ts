import { enPlural, frPlural, type Translated } from '../texts.ts';

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
  },
  infoHelp: {
    territory: 'Tel qu’il apparaît en haut de la page et dans les exports.',
    purpose: 'En une phrase : ce que la séance doit produire, et pour qui.',
    decisionBody: 'Par exemple : conseil communautaire.',
    periodStart: 'Par exemple : 2026.',
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

export const facilitationEn: Translated<typeof facilitationFr> = {
  title: 'Workshop frame',
  tabsLabel: 'Parts of the frame',
  tabs: {
    workshop: 'Workshop',
    priorities: 'Priorities',
    directions: 'Departments',
    actors: 'Partners',
    policies: 'Policies',
  },
  hint: 'Each field is taken into account as soon as you leave it.',
  undone: 'Undone.',
  redone: 'Redone.',
  nothingToUndo: 'Nothing to undo.',
  undoLater: 'You have done something else since: undo step by step, at the top of the page.',

  refused: 'This value is not accepted: it is too long or badly written.',
  countRefused: (max) => `Write a whole number, 0 to ${max.toLocaleString('en')}, or nothing.`,
  dateRefused: 'Complete the date, or clear it.',
  timeRefused: 'Complete the time, or clear it.',
  theirText: (text) => `Somebody has just written here: “${text}”`,
  theirEmpty: 'Somebody has just cleared this field.',
  takeTheirs: 'Take their version',
  keepMine: 'Keep mine',

  groups: {
    names: 'The workshop',
    when: 'The day',
    people: 'Participants',
    plan: 'The decision it prepares',
    screen: 'On screen',
  },
  info: {
    title: 'Title',
    subtitle: 'Subtitle',
    territory: 'Territory',
    date: 'Date',
    startTime: 'Start',
    endTime: 'End',
    onSiteParticipants: 'In the room',
    remoteParticipants: 'Remote',
    tables: 'Tables',
    purpose: 'Purpose of the workshop',
    decisionBody: 'Deciding body',
    periodStart: 'Scheme starts',
    periodEnd: 'Scheme ends',
    priorityLabel: 'Your word for “priority”',
    notice: 'Notice',
  },
  infoHelp: {
    territory: 'As shown at the top of the page and in exports.',
    purpose: 'In one sentence: what the session must produce, and for whom.',
    decisionBody: 'For instance: community council.',
    periodStart: 'For instance: 2026.',
    priorityLabel: 'For instance: axis, issue, strand.',
    notice: 'Stays visible above the actions: “test data”, “provisional version”…',
  },

  priority: {
    new: 'New priority',
    edit: (number) => `Priority ${number}`,
    title: 'Title',
    titleMissing: 'Give the priority a title.',
    orientation: 'Orientation',
    orientationHelp: 'The elected officials’ text, as they settled it.',
    setBy: 'Set by',
    setByHelp: 'For instance: community council of 14 March.',
    place: (place, total) => `Place ${place} of ${total}`,
    moveLeft: 'Move left',
    moveRight: 'Move right',
    remove: 'Remove the priority',
    removeTitle: 'Remove this priority?',
    removeText: 'It holds no action. You will still be able to undo.',
    removeYes: 'Remove',
    removeNo: 'Keep it',
    inUseTitle: 'This priority is not empty',
    understood: 'I understand',
    changedTitle: 'Somebody has changed this priority',
    changedText: 'Your text is untouched. Saving would put it in place of their version:',
    emptied: 'field cleared',
    goneTitle: 'Somebody has removed this priority',
    goneText: 'Your text is untouched: save to create it again.',
    leaveTitle: 'Close without saving?',
    leaveText: 'What you have just written would be lost.',
    leaveYes: 'Close without saving',
    leaveNo: 'Go on writing',
    actions: (count) => (count === 0 ? 'no action' : enPlural(count, 'action', 'actions')),
  },

  moveUp: (name) => `Move “${name}” up`,
  moveDown: (name) => `Move “${name}” down`,
  remove: (name) => `Remove “${name}”`,
  edit: (name) => `Change “${name}”`,
  moved: (name, place, total) => `“${name}”: place ${place} of ${total}.`,
  add: 'Add',
  nameMissing: 'A name is needed: the former one was put back.',
  gone: 'Somebody has just removed this line.',
  full: (max) => `The list is full: ${max} at most.`,
  priorityInUse: (count, hidden) =>
    `It holds ${enPlural(count, 'action', 'actions')}${
      hidden === 0 ? '' : `, ${hidden} of them set aside or merged`
    }. First move all its actions to another priority${
      hidden === 0 ? '' : ', after bringing back those no longer shown'
    }.`,
  directionInUse: (count) =>
    `It leads ${enPlural(count, 'action', 'actions')}. First give them another lead, in their sheet.`,

  lists: {
    priorities: {
      list: 'Priorities, in order',
      new: 'New priority',
      placeholder: 'A title, then Enter',
      added: (name) => `Priority added: ${name}`,
      removed: (name) => `Priority removed: ${name}`,
      empty: 'No priority yet',
      emptyHelp:
        'Copy those the elected officials have set, one per line: they are the columns where actions will be written.',
    },
    directions: {
      list: 'Departments, in order',
      new: 'New department',
      placeholder: 'A name, then Enter',
      added: (name) => `Department added: ${name}`,
      removed: (name) => `Department removed: ${name}`,
      empty: 'No department yet',
      emptyHelp:
        'Participants choose theirs on entering, and each action gets a lead department. Paste your organisation chart, one department per line.',
    },
    actors: {
      list: 'Partners, in order',
      new: 'New partner',
      placeholder: 'An organisation, then Enter',
      added: (name) => `Partner added: ${name}`,
      removed: (name) => `Partner removed: ${name}`,
      empty: 'No partner yet',
      emptyHelp:
        'Federations, chambers, employment houses… Note what each expects and what binds it: actions can answer.',
    },
    policies: {
      list: 'Public policies, in order',
      new: 'New public policy',
      placeholder: 'A plan or a scheme, then Enter',
      added: (name) => `Policy added: ${name}`,
      removed: (name) => `Policy removed: ${name}`,
      empty: 'No public policy yet',
      emptyHelp:
        'Climate plan, food project, inclusion scheme… Each action can name those it serves.',
    },
  },
  fields: {
    name: 'Name',
    abbreviation: 'Initials',
    kind: 'Kind',
    expectation: 'What it expects',
    constraint: 'What binds it',
    shortName: 'Short name',
  },

  paste: {
    open: 'Paste a list',
    label: 'Departments, one per line',
    help: 'Initials may follow in brackets, or come from a spreadsheet: name, initials, kind.',
    known: (count) =>
      enPlural(count, 'line is already in the list', 'lines are already in the list'),
    add: (count) => (count === 0 ? 'Add' : `Add ${enPlural(count, 'department', 'departments')}`),
    added: (count) => enPlural(count, 'department added', 'departments added'),
    some: 'The lines that remain could not be added: they are too long, or the list is full.',
  },
};
