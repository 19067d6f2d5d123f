import type { Next } from '../../session/lead/next.ts';
import type { Replacing } from '../../session/state.ts';
import type { TimerEffect } from '../../session/timer/timer.ts';
import { frFinished, frPlural, type Translated } from '../texts.ts';
import { agendaFr } from './agenda.ts';

const minutes = (count: number) => frPlural(count, 'minute', 'minutes');
const ideas = (count: number) => frPlural(count, 'idée', 'idées');

/** Leading the workshop: the cockpit, and the déroulé in `agenda.ts`. Fetched with them, not with the first page. */
export const cockpitFr = {
  title: 'Animation',
  close: 'Fermer l’animation',
  ownWindow: 'Ouvrir dans une autre fenêtre',
  openAgenda: 'Déroulé',
  nothingToDo: (act: string) => `« ${act} » : rien à faire pour l’instant.`,
  confirm: 'Échap annule ; Tab puis Entrée confirme.',

  step: {
    title: 'Étape',
    place: (place: number, total: number) => `Étape ${place} sur ${total}`,
    none: 'Le déroulé n’a pas commencé',
    empty: 'Pas encore de déroulé',
    emptyText: 'Sans étape, chacun écrit, déplace et complète quand il veut.',
    planned: (planned: number, spent: number) => `prévu ${planned} min, ${spent} min passées`,
    late: (by: number) => `${by} min de plus que prévu`,
    last: 'C’est la dernière étape.',
    end: (time: string) => `Fin prévue vers ${time}`,
  },
  now: {
    title: 'Maintenant',
    acts: (next: Next): string => {
      switch (next.act) {
        case 'prepare':
          return 'Préparer le déroulé';
        case 'open-entry':
          return 'Ouvrir l’entrée';
        case 'begin':
          return 'Commencer';
        case 'unfreeze':
          return 'Laisser tout le monde reprendre';
        case 'reveal':
          return next.ideas < 2 ? 'Révéler l’idée' : `Révéler les ${next.ideas} idées`;
        case 'open-vote':
          return 'Ouvrir le vote';
        case 'close-vote':
          return 'Clore le vote';
        case 'deal':
          return 'Répartir les fiches';
        case 'start-time':
          return `Lancer ${next.minutes} min`;
        case 'wait':
          return 'Personne n’a encore écrit.';
        case 'go':
          return next.step.kind === 'report'
            ? 'Ouvrir la restitution'
            : `Passer à : ${next.step.title}`;
        case 'end':
          return 'Terminer l’atelier';
        case 'export':
          return 'Exporter';
      }
    },
    ended: 'L’atelier est terminé : plus rien ne s’écrit.',
    left: (count: number, round: string | null) =>
      [
        ...(count > 0
          ? [`${ideas(count)} ${count < 2 ? 'resterait cachée' : 'resteraient cachées'}`]
          : []),
        ...(round === null ? [] : [`le vote « ${round} » resterait ouvert`]),
      ].join(' ; '),
    missing: (people: readonly string[]) => `Pas encore : ${people.join(', ')}`,
    resumes: (time: string) => `Reprise à ${time}`,
  },
  acts: {
    next: 'Étape suivante',
    first: 'Commencer',
    previous: 'Étape précédente',
    start: (count: number) => `Lancer ${count} min`,
    pause: 'Arrêter le temps',
    resume: 'Reprendre le temps',
    longer: 'Une minute de plus',
    shorter: 'Une minute de moins',
    freeze: 'Mettre tout le monde en pause',
    unfreeze: 'Laisser tout le monde reprendre',
    reveal: 'Tout révéler',
    openVote: 'Ouvrir un vote',
    closeVote: 'Clore le vote',
    focus: 'Montrer à tous la fiche ouverte',
    unfocus: 'Ne plus rien montrer',
    summon: 'Appeler tout le monde',
    hands: 'Baisser toutes les mains',
    park: 'Mettre « à discuter » la fiche ouverte',
    unpark: 'Sortir la fiche ouverte des « à discuter »',
    undo: 'Revenir sur le dernier geste',
  },
  timer: {
    title: 'Minuteur',
    presets: 'Durée',
    minutes: 'Minutes',
    unit: 'min',
    minutesRefused: 'Un nombre entier, de 1 à 240.',
    stop: 'Retirer le minuteur',
    minuteLess: '− 1 min',
    minuteMore: '+ 1 min',
    effect: 'À zéro',
    effects: {
      nothing: 'Rien',
      sound: 'Un son',
      pause: 'Pause de tous',
      return: 'Retour en salle',
    } satisfies Record<TimerEffect, string>,
    preset: minutes,
    over: 'Temps écoulé',
    paused: 'en pause',
  },
  freeze: {
    on: 'Tout le monde est en pause',
    byTimer: 'Le temps est écoulé : tout le monde est en pause',
  },
  reveal: {
    title: 'Idées cachées',
    none: 'Aucune idée cachée.',
    count: (count: number, writers: number) =>
      `${ideas(count)}, de ${frPlural(writers, 'personne', 'personnes')}`,
    one: 'Révéler',
    oneNamed: (title: string) => `Révéler les idées de « ${title} »`,
    ask: (count: number) => `Révéler ${ideas(count)} ?`,
    askText: 'Chaque idée devient une action, pour tout le monde. On ne peut pas la recacher.',
    yes: 'Révéler',
  },
  votes: {
    title: 'Vote',
    stepCloses:
      'Un vote est ouvert, mais personne ne peut voter maintenant : lancez une étape de vote, ou laissez tout le monde reprendre.',
  },
  focus: {
    shown: 'une chose est montrée à tous',
    title: 'Montrer, appeler, mettre en pause',
    show: 'Montrer à tous',
    nothing: 'Rien : chacun regarde où il veut',
    views: 'Vues',
    priorities: 'Priorités',
    action: 'Une fiche',
    followers: (following: number, present: number) =>
      `${following} sur ${present} ${following < 2 ? 'suit' : 'suivent'} ce que vous montrez`,
    summoned: 'Tout le monde a été appelé.',
  },
  wall: {
    count: (count: number) => frPlural(count, 'action', 'actions'),
    title: 'Tableau',
    columns: 'Actions par priorité',
    empty: 'vide',
    hidden: (count: number) => `+ ${frPlural(count, 'cachée', 'cachées')}`,
    unplaced: 'Sans priorité',
    lacks: {
      leadDirection: 'Sans pilote',
      deadline: 'Sans échéance',
      indicator: 'Sans indicateur',
    },
    none: 'Aucune.',
    parked: 'À discuter',
    isParked: (title: string) => `« ${title} » est à discuter.`,
    isUnparked: (title: string) => `« ${title} » n’est plus à discuter.`,
  },
  people: {
    here: (count: number) => frPlural(count, 'participant', 'participants'),
    title: 'Personnes',
    hands: 'Mains levées',
    lowered: 'Toutes les mains sont baissées.',
    lowerOne: 'Baisser',
    lower: (name: string) => `Baisser la main de ${name}`,
    done: 'Ont fini',
    doneCount: frFinished,
    nobody: 'Aucun participant n’est là.',
    noPlace: 'Sans direction',
    seats: 'Qui écrit pour plusieurs',
    seatsHelp: 'Pour combien de personnes chacun écrit. Une table a le budget de tous.',
    seatsOf: (name: string) => `Nombre de personnes avec ${name}`,
  },
  undo: {
    you: 'vous',
    by: (act: string, who: string) => `${act}, par ${who}`,
    button: 'Revenir',
    acts: {
      'step-started': 'Étape lancée',
      'timer-started': 'Minuteur lancé',
      'timer-added': 'Durée changée',
      'timer-paused': 'Temps arrêté',
      'timer-resumed': 'Temps repris',
      'timer-stopped': 'Minuteur retiré',
      frozen: 'Pause de tous',
      unfrozen: 'Reprise de tous',
      focused: 'Regard changé',
      'members-dealt': 'Personnes réparties',
      'group-removed': 'Groupe retiré',
    } as Readonly<Partial<Record<Replacing, string>>>,
    other: 'Dernier geste',
  },
  projection: {
    open: 'Ouvrir la projection',
    unknown:
      'Pour projeter, il faut le lien des observateurs : cet appareil ne le connaît pas. Renouvelez-le dans « Liens de l’atelier », ou demandez-le à qui l’a créé.',
    title: 'Projection',
    choose: 'Ce que montre la projection',
    follow: 'Suit ce qui est montré, sinon l’étape',
    entry: 'L’entrée, en grand',
    pilots: 'Pilotes',
    previous: 'Page précédente de la projection',
    next: 'Page suivante de la projection',
    hold: 'Retenir cette page',
    holdShort: 'Retenir',
    releaseShort: 'Laisser tourner',
    release: 'Laisser tourner les pages',
    page: (page: number, pages: number) => `${page} sur ${pages}`,
    none: 'Aucune projection n’est ouverte.',
    pledges: 'S’engage',
  },
  agenda: agendaFr,
} as const;

export const cockpitWords = { part: 'cockpit', fr: cockpitFr } as const;
export type CockpitTexts = Translated<typeof cockpitFr>;
