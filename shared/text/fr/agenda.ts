/** The déroulé: its steps, what they allow, its presets. */
import type { PresetId } from '../../session/agenda/presets.ts';
import type { StepKind } from '../../session/agenda/step.ts';
import type { StepRules } from '../../session/rules.ts';
import { frPlural, type Translated } from '../texts.ts';

export const agendaFr = {
  title: 'Déroulé',
  list: 'Étapes, dans l’ordre',
  hint: 'Tout est pris en compte à mesure que vous écrivez.',
  empty: 'Aucune étape pour l’instant',
  emptyText: 'Partez d’un modèle, ou ajoutez vos étapes une à une.',
  total: (count: number, planned: string) => `${frPlural(count, 'étape', 'étapes')}, ${planned}`,
  duration: (total: number): string => {
    const hours = Math.floor(total / 60);
    const rest = total % 60;
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
  },
  end: (time: string) => `fin vers ${time}`,
  add: 'Ajouter une étape',
  newTitle: 'Nouvelle étape',
  current: 'en cours',
  planned: (count: number) => `${count} min`,
  spent: (count: number) => `${count} min passées`,
  start: 'Lancer',
  startNamed: (title: string) => `Lancer « ${title} »`,
  stop: 'Revenir au tableau libre',
  edit: (title: string) => `Modifier « ${title} »`,
  editDone: (title: string) => `Replier « ${title} »`,
  up: (title: string) => `Monter « ${title} »`,
  down: (title: string) => `Descendre « ${title} »`,
  remove: (title: string) => `Retirer « ${title} »`,
  removeCurrent: 'Une étape en cours ne se retire pas : lancez-en d’abord une autre.',
  removed: (title: string) => `Étape retirée : ${title}`,
  bringBack: 'La remettre',
  moved: (title: string, place: number, total: number) =>
    `« ${title} » : place ${place} sur ${total}.`,
  added: (title: string) => `Étape ajoutée : ${title}`,
  loaded: (name: string) => `Modèle chargé : ${name}`,

  presets: 'Partir d’un modèle',
  presetNames: {
    'half-day': 'Demi-journée en salle',
    remote: 'Deux heures à distance',
    free: 'Libre',
  } satisfies Record<PresetId, string>,
  presetLines: {
    'half-day': 'Neuf étapes, de l’accueil à l’engagement des pilotes.',
    remote: 'Huit étapes de trente minutes au plus.',
    free: 'Une seule étape, où tout est ouvert.',
  } satisfies Record<PresetId, string>,
  replaceTitle: 'Remplacer les étapes actuelles ?',
  replaceText: 'Elles disparaissent, avec leurs durées. Les actions et les idées restent.',
  replaceYes: 'Remplacer',

  fields: {
    title: 'Nom',
    kind: 'Genre',
    kindHelp: 'Choisit ce que montre la projection.',
    instruction: 'Consigne',
    instructionHelp: 'Une phrase : ce qui est demandé à chacun.',
    minutes: 'Minutes',
    minutesRefused: 'De 0 à 600.',
  },
  titleMissing: 'Donnez un nom à l’étape.',
  kinds: {
    welcome: 'Accueil',
    priorities: 'Rappel des priorités',
    ideas: 'Idées',
    sharing: 'Mise en commun',
    break: 'Pause',
    vote: 'Vote',
    sheets: 'Fiches',
    report: 'Restitution',
    closing: 'Clôture',
    free: 'Autre',
  } satisfies Record<StepKind, string>,
  read: (sentence: string) => `Les participants lisent : « ${sentence} »`,
  rulesTitle: 'Ce que les participants peuvent faire',
  rules: {
    add: 'Écrire des actions',
    edit: 'Compléter les fiches',
    move: 'Déplacer et regrouper',
    comment: 'Commenter',
    vote: 'Voter, si un vote est ouvert',
  } satisfies Record<Exclude<keyof StepRules, 'writing'>, string>,
  choices: {
    anyone: 'Oui',
    open: 'Oui',
    nobody: 'Non',
    closed: 'Non',
    none: 'Non',
    all: 'Toutes',
    own: 'Les siennes',
  },
  hidden: 'Idées cachées jusqu’à la révélation',
  hiddenHelp: 'Chacun écrit pour soi ; vous révélez quand tout le monde a fini.',
  anonymous: 'Révéler sans les auteurs',
  asks: 'À remplir dans les fiches',
  asksHelp: 'Le premier bloc de chaque fiche ; le reste suit.',
  voteTitle: 'Vote proposé dans cette étape',
  budget: 'Gommettes par votant',
  cap: 'Au plus par action',
  number: (max: number) => `De 1 à ${max}.`,
  basis: 'Qui vote',
  basisPerson: 'Chaque personne',
  basisDirection: 'Chaque direction',
  opensVote: 'Ouvrir le vote en lançant l’étape',
  voteOn: 'Priorités soumises au vote',
  theirText: (text: string) => `Quelqu’un vient d’écrire ici : « ${text} »`,
  theirEmpty: 'Quelqu’un vient de vider ce champ.',
  takeTheirs: 'Reprendre sa version',
  keepMine: 'Garder la mienne',
} as const;

export type AgendaTexts = Translated<typeof agendaFr>;
