import { frPlural } from '../texts.ts';

const kinds = {
  actions: ['action', 'actions'],
  priorities: ['priorité', 'priorités'],
  directions: ['direction', 'directions'],
  actors: ['partenaire', 'partenaires'],
} as const;
/** What comes in from a table; those who read tables name the same. */
export type CountedKind = keyof typeof kinds;
const counted = (kind: CountedKind, count: number) => {
  const [one, other] = kinds[kind];
  return frPlural(count, one, other);
};

/** A cell that its program could not calculate, or has not. */
export interface UnreadableCell {
  readonly line: number;
  readonly column: string;
  readonly kind: 'error' | 'uncalculated';
  readonly text: string;
}

type Missing = Readonly<
  Record<'priorities' | 'directions' | 'actors' | 'policies', readonly string[]>
>;
/** « 2 priorités : Eau, Emploi ». */
const listed = (names: readonly string[], one: string, other: string) =>
  names.length > 0 &&
  `${frPlural(names.length, one, other)} : ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}`;

/** A table that comes into an open workshop: read, looked at, then added or compared. */
export const intakeFr = {
  title: 'Importer un tableau',
  lead: 'Un classeur ou une liste : priorités, directions, partenaires ou actions à ajouter. Une liste d’actions exportée d’ici et corrigée ailleurs revient aussi : seules ses corrections vous seront proposées.',
  safe: 'Rien ne change dans l’atelier avant votre accord.',
  choose: 'Choisir un fichier',
  drop: 'ou déposez-le ici : .xlsx, .ods ou .csv, 10 Mo au plus',
  paste: 'Ou collez des cellules',
  pasteHelp: 'Copiées d’un tableur, d’un document ou d’un courriel ; une ligne par action.',
  readPasted: 'Lire ce qui est collé',
  pasted: 'Cellules collées',
  reading: (name: string) => `Lecture de « ${name} »…`,
  giveUp: 'Abandonner',
  givenUp: 'Lecture abandonnée : rien n’a changé.',
  back: 'Autre tableau',
  faultsOf: {
    'too-large':
      'Ce fichier dépasse 10 Mo. Une liste de 5 000 actions en fait moins de 3 : est-ce le bon fichier ?',
    bomb: 'Une fois ouvert, ce classeur remplirait la mémoire : il n’a pas été lu. Recopiez sa feuille utile dans un nouveau classeur.',
    'too-slow':
      'Ce tableau demande plus de dix secondes de lecture : elle a été arrêtée. Recopiez sa feuille utile dans un nouveau classeur.',
    damaged:
      'Ce classeur est abîmé. Ouvrez-le dans votre tableur, enregistrez-le sous un autre nom, puis choisissez cette copie.',
    protected:
      'Ce classeur est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.',
    'old-format':
      'Ce fichier est un ancien classeur (.xls), ou il a un mot de passe. Enregistrez-le en .xlsx ou en .ods.',
    'web-page':
      'Cette page ne contient aucun tableau qui se lise ici. Copiez le tableau lui-même et collez-le ci-dessous.',
    'not-a-table':
      'Ce fichier n’est pas un tableau. Choisissez un classeur .xlsx ou .ods, ou un fichier .csv.',
    empty: 'Il n’y a rien dans ce tableau.',
    unreadable: 'Ce fichier n’a pas pu être lu sur cet appareil.',
  },

  lines: (count: number) => frPlural(count, 'ligne', 'lignes'),
  sheet: 'Feuille',
  kind: 'Ce sont des',
  kinds: {
    actions: 'Actions',
    priorities: 'Priorités',
    directions: 'Directions',
    actors: 'Partenaires',
  },
  header: 'Titres des colonnes',
  headerLine: (line: number, text: string) => `Ligne ${line} : ${text}`,
  noHeader: 'Aucune ligne : le tableau commence tout de suite',
  fallback: 'Priorité des lignes qui n’en nomment pas',
  noFallback: 'Aucune : ces lignes sont mises de côté',
  addMissing: 'Créer ce qui manque dans l’atelier',
  missing: (names: Missing) =>
    [
      listed(names.priorities, 'priorité', 'priorités'),
      listed(names.directions, 'direction', 'directions'),
      listed(names.actors, 'partenaire', 'partenaires'),
      listed(names.policies, 'politique publique', 'politiques publiques'),
    ]
      .filter(Boolean)
      .join(' ; '),
  columns: 'Colonnes du tableau',
  columnsHelp: 'Dites ce que contient chaque colonne. Ce qui n’est pas repris ne gêne pas.',
  column: (letter: string) => `Colonne ${letter}`,
  columnAs: (name: string) => `« ${name} » devient`,
  notTaken: 'Ne pas reprendre',
  emptyColumn: 'vide',
  guesses: 'À vérifier : compris ainsi',
  guessesHelp: 'Décochez ce qui n’est pas ce que vous vouliez dire.',
  guess: (text: string, shown: string) => `« ${text} » : ${shown}`,
  guessOf: (column: string, lines: readonly number[]) =>
    lines.length === 1
      ? `${column}, ligne ${lines[0]}`
      : `${column}, lignes ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? '…' : ''}`,
  hidden: (rows: number, columns: number) =>
    `Votre tableur cache ${[
      rows > 0 && frPlural(rows, 'ligne', 'lignes'),
      columns > 0 && frPlural(columns, 'colonne', 'colonnes'),
    ]
      .filter(Boolean)
      .join(' et ')} de cette feuille : elles sont lues comme les autres.`,
  hiddenSheets: (names: readonly string[]) =>
    `${names.length === 1 ? 'Feuille masquée, non lue' : 'Feuilles masquées, non lues'} : ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}.`,
  unreadable: ({ line, column, kind, text }: UnreadableCell) =>
    kind === 'error'
      ? `Ligne ${line}, colonne ${column} : ${text}, une erreur du tableur, laissée vide`
      : `Ligne ${line}, colonne ${column} : une formule sans résultat enregistré, laissée vide. Ouvrez le fichier dans un tableur, enregistrez-le, puis recommencez.`,
  preview: 'Ce qui sera ajouté',
  previewLine: (line: number) => `ligne ${line}`,
  andMore: (count: number) => `et ${frPlural(count, 'autre', 'autres')}`,
  nothing: 'Rien à ajouter : vérifiez les colonnes ci-dessus.',
  mainMissing: (field: string) =>
    `Choisissez la colonne « ${field} » : sans elle, une ligne ne dit rien.`,
  faults: (count: number) => `${frPlural(count, 'remarque', 'remarques')} sur ce tableau`,
  faultsText: 'Le reste est repris tel quel. Ces points ne le seront pas :',
  cut: 'Ce tableau est trop grand : seules ses 10 000 premières lignes et 200 premières colonnes sont lues.',
  openQuote: (line: number) =>
    `Un guillemet ouvert à la ligne ${line} n’est jamais refermé : ce qui suit est peut-être lu de travers.`,
  add: (kind: CountedKind, count: number) => `Ajouter ${counted(kind, count)}`,

  returnedTitle: 'Cette liste vient de cet atelier',
  recognisedTitle: 'Actions reconnues par leur numéro et leur intitulé',
  inDoubt: 'à vérifier : seul son numéro, ou son intitulé, est le même',
  conversion: 'conversion d’Excel',
  returnedText: (sheet: string) =>
    sheet === ''
      ? 'Voici ce que l’appliquer changerait. Cochez ce que vous reprenez.'
      : `Voici ce qu’appliquer sa feuille « ${sheet} » changerait. Cochez ce que vous reprenez.`,
  returnedSame: 'Ce fichier dit la même chose que l’atelier : il n’y a rien à reprendre.',
  returnedUnread: 'Numéros, votes, proposants et commentaires ne se reprennent pas d’un fichier.',
  returnedUndated:
    'Ce fichier ne dit pas ce qu’il était à l’export : ce que l’atelier a changé depuis apparaît aussi, comme un retour.',
  contested: 'modifié aussi dans l’atelier depuis l’export',
  asNew: 'L’ajouter plutôt comme un nouveau tableau',
  changed: (count: number) => frPlural(count, 'action modifiée', 'actions modifiées'),
  added: (count: number) => frPlural(count, 'action ajoutée', 'actions ajoutées'),
  absent: (count: number) =>
    frPlural(count, 'action absente du fichier', 'actions absentes du fichier'),
  absentHelp: 'Rien ne disparaît de soi-même. Cochez ce qui est à écarter ; cela pourra revenir.',
  before: 'Avant',
  after: 'Après',
  emptyValue: 'vide',
  lineOf: (line: number) => `ligne ${line} du fichier`,
  discardOf: (title: string) => `Écarter ${title}`,
  applyAll: 'Tout appliquer',
  applySome: (count: number) => `Appliquer ${frPlural(count, 'ligne cochée', 'lignes cochées')}`,

  offline: 'Hors connexion : l’import attend son retour, pour être enregistré d’un coup.',
  applying: 'Import en cours…',
  progress: (done: number, total: number) =>
    `${done.toLocaleString('fr')} sur ${total.toLocaleString('fr')}`,
  stop: 'Arrêter là',
  done: 'C’est fait',
  stopped: 'Import arrêté',
  doneEntities: (kind: CountedKind, count: number) =>
    `${counted(kind, count)} de plus dans l’atelier.`,
  doneChanges: (changed: number, added: number, discarded: number) =>
    [
      changed > 0 && frPlural(changed, 'action modifiée', 'actions modifiées'),
      added > 0 && frPlural(added, 'action ajoutée', 'actions ajoutées'),
      discarded > 0 && frPlural(discarded, 'action écartée', 'actions écartées'),
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  doneNothing: 'Rien n’a été ajouté.',
  notDone: (count: number) =>
    `${frPlural(count, 'changement n’a', 'changements n’ont')} pas pu se faire : quelqu’un a travaillé au même endroit.`,
  full: 'L’atelier est plein : le reste n’a pas été ajouté.',
  undo: 'Annuler l’import',
  undone: 'Import annulé. Les actions ajoutées sont parmi les écartées.',
  undoneFrame: 'Import annulé.',
  review: 'Voir ce qui reste',
  finish: 'Terminer',
} as const;

export const intakeWords = { part: 'intake', fr: intakeFr } as const;
