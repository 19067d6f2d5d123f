import type { ExpectedField } from '../../board/completeness.ts';
import { frPlural, type Translated } from '../texts.ts';

const people = (count: number) => frPlural(count, 'personne', 'personnes');
const sheets = (count: number) => frPlural(count, 'fiche', 'fiches');

/** Tables and sub-groups, and dealing the sheets to them. Fetched with what shows them. */
export const groupsFr = {
  title: 'Tables et groupes',
  /** What a group is called when nobody has named it. */
  unnamed: (letter: string) => `Table ${letter}`,
  nobody: 'personne',
  size: (count: number, devices: number) =>
    devices < count
      ? `${people(count)}, ${devices === 0 ? 'sans appareil' : frPlural(devices, 'appareil', 'appareils')}`
      : people(count),
  letters: (letters: readonly string[]) => letters.join(', '),

  /** For those who lead. */
  none: 'Chaque table, chaque sous-groupe remplit ses fiches sur le même tableau.',
  howMany: 'Nombre de groupes',
  make: (count: number) => (count < 2 ? 'Faire un groupe' : `Faire ${count} groupes`),
  add: 'Ajouter un groupe',
  editShort: 'Modifier',
  name: 'Nom',
  heads: 'Personnes en tout',
  headsHelp: 'Vide quand chacun a un appareil. Sinon la première personne vote pour toutes.',
  headsRefused: 'Un nombre entier, de 1 à 50.',
  members: 'Personnes',
  groupOf: (name: string) => `Groupe de ${name}`,
  noGroup: 'Sans groupe',
  remove: 'Retirer ce groupe',
  removed: (name: string) => `${name} : groupe retiré, ses fiches ne sont plus confiées.`,
  dealPeople: 'Répartir les personnes',
  dealtPeople: (count: number) => `${people(count)} réparties entre les groupes.`,
  dealSheets: 'Répartir les fiches',
  handOf: (name: string) => `${name} lève la main`,
  handUp: 'main levée',
  message: 'Dire',
  messageTo: 'À qui',
  toAll: 'À tout le monde',
  messageText: 'Message',
  send: 'Envoyer',
  sent: (name: string) => `Message envoyé : ${name}.`,
  takeBack: (text: string) => `Retirer le message « ${text} »`,
  takeBackShort: 'Retirer',

  /** How far a group has come. */
  progress: (complete: number, all: number) =>
    all === 0
      ? 'Aucune fiche confiée'
      : `${complete} sur ${all} ${all < 2 ? 'complète' : 'complètes'}`,
  filled: (filled: number, expected: number) => `${filled} sur ${expected} rubriques remplies`,
  lacking: (fields: readonly string[]) => `Manque : ${fields.join(', ')}`,
  field: {
    title: 'intitulé',
    description: 'description',
    leadDirection: 'pilote',
    lever: 'levier',
    consideration: 'considération',
    ambition: 'ambition',
    deadline: 'échéance',
    indicator: 'indicateur',
    partner: 'partenaire',
  } satisfies Record<ExpectedField, string>,
  fieldCount: (field: string, count: number) => (count > 1 ? `${field} (${count})` : field),

  /** The view that deals. */
  deal: {
    title: 'Répartir les fiches',
    help: 'Glissez pour corriger, ou choisissez sur la carte ; chacun verra ses fiches en premier.',
    close: 'Retour au tableau',
    take: 'Prendre',
    first: (count: number) => `les ${count} premières`,
    all: (count: number) => `toutes (${count})`,
    selection: (count: number) => (count < 2 ? 'la fiche cochée' : `les ${count} cochées`),
    to: 'Pour',
    toGroups: 'les tables',
    toDirections: 'les directions',
    way: 'Comment',
    ways: { lead: 'selon les pilotes', even: 'à parts égales' },
    run: (count: number) => (count < 2 ? 'Répartir la fiche' : `Répartir les ${count}`),
    nothing: 'Tout est réparti',
    dealt: (count: number) => (count < 2 ? 'Une fiche confiée.' : `${count} fiches confiées.`),
    undo: 'Annuler',
    undone: 'La répartition est annulée.',
    start: (minutes: number) => `Lancer ${minutes} min`,
    next: (title: string) => `Passer à : ${title}`,
    undealt: 'À répartir',
    undealtCount: (left: number, all: number) => `${left} sur ${all}`,
    others: (count: number) => `Les autres (${count})`,
    empty: 'Aucune action n’est sur le tableau.',
    allDealt: 'Toutes sont confiées.',
    noHands: 'Faites d’abord des groupes, ou répartissez aux directions.',
    votes: (count: number) => frPlural(count, 'gommette', 'gommettes'),
    noPilot: 'sans pilote',
    giveTo: (number: string) => `Confier la fiche ${number} à`,
    nobody: 'À répartir',
    given: (number: string, name: string) => `Fiche ${number} : ${name}.`,
    tick: (number: string, title: string) => `Choisir ${number} ${title}`,
    column: (name: string, count: number) => `${name} : ${sheets(count)}`,
    progress: 'Pendant l’étape : fiches complètes par groupe, ici et au projecteur.',
    people: 'À une personne',
  },

  /** For those who take part. */
  mine: {
    yours: 'Votre groupe',
    choose: 'Choisir votre table',
    change: 'Changer de table',
    none: 'Aucune table',
    raise: (name: string) => `Lever la main pour ${name}`,
    lower: (name: string) => `Baisser la main de ${name}`,
    raised: 'Main levée pour votre groupe : l’animation le voit.',
    arrived: (count: number, numbers: readonly string[]) =>
      `On vous confie ${sheets(count)} : ${numbers.join(', ')}.`,
    onlyYours: 'Vos fiches seules',
    toYou: 'L’animation',
    hide: (text: string) => `Masquer « ${text} »`,
    said: (text: string) => `L’animation dit : ${text}`,
  },

  /** On the projector. */
  room: {
    title: 'Les fiches par groupe',
  },
} as const;

export const groupsWords = { part: 'groups', fr: groupsFr } as const;
export type GroupsTexts = Translated<typeof groupsFr>;
