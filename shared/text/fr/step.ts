import type { RequestRefusal } from '../../session/refusals.ts';
import type { Role } from '../../session/roles.ts';
import type { StepRules } from '../../session/rules.ts';
import { frPlural } from '../texts.ts';

/** What is asked of people now, and what passes between them and the facilitators. */
export const stepFr = {
  keys: 'Étape et animation',
  free: 'Atelier libre',
  place: (place: number) => `Étape ${place}`,
  named: (place: number, title: string) => `Étape ${place} · ${title}`,
  frozen: 'Pause pour tous : l’écriture reprend quand l’animation le décide.',
  frozenByTimer: 'Le temps est écoulé : l’écriture est en pause.',
  /** One sentence from the rules of the step, for whoever they bind. */
  allowed: (rules: StepRules, anonymous = false): string => {
    if (rules.writing === 'hidden' && rules.add === 'anyone')
      return anonymous
        ? 'Vous pouvez écrire ; personne ne voit vos idées avant la révélation, qui ne dit pas leurs auteurs.'
        : 'Vous pouvez écrire ; personne ne voit vos idées avant la révélation.';
    const verbs = [
      ...(rules.vote === 'open' && rules.add === 'nobody' ? ['voter'] : []),
      ...(rules.add === 'anyone' ? ['écrire'] : []),
      ...(rules.move === 'anyone' ? ['déplacer et regrouper les cartes'] : []),
      ...(rules.edit === 'all' ? ['compléter toutes les fiches'] : []),
      ...(rules.edit === 'own' ? ['compléter vos fiches'] : []),
      ...(rules.comment === 'anyone' ? ['commenter'] : []),
    ];
    const list = new Intl.ListFormat('fr').format(verbs);
    return verbs.length > 0 ? `Vous pouvez ${list}.` : 'Écoutez et lisez : rien ne se modifie.';
  },
  /** What stands in the place of the consigne, and of what one may do, while it is not possible yet or any more. */
  moments: {
    paused: { asked: 'Pause', may: '' },
    ended: {
      asked: 'L’atelier est terminé.',
      may: 'Plus rien ne s’écrit ; la liste peut être exportée.',
    },
    'vote-ahead': {
      asked: 'Le vote va s’ouvrir.',
      may: 'Relisez les actions : vos gommettes arrivent à l’ouverture.',
    },
    voted: { asked: 'Le vote est clos.', may: 'Les résultats sont visibles.' },
    revealed: {
      asked: 'Les idées sont révélées.',
      may: 'Lisez-les ; une idée de plus resterait cachée.',
    },
  },
  resumes: (time: string) => `Reprise à ${time}`,
  returns: (time: string) => `Retour en salle à ${time}`,
  leads: 'Vous animez : rien ne vous est fermé.',
  watches: 'Vous suivez l’atelier. Tout se met à jour tout seul.',
  consigneFirst: 'Posez d’abord les priorités fixées par les élus.',
  /** While no step says anything else. */
  consigne: {
    facilitator: 'Écrivez vos actions, une par carte, avec un verbe à l’infinitif.',
    participant: 'Écrivez vos actions, une par carte, avec un verbe à l’infinitif.',
    observer: 'Vous suivez l’atelier. Tout se met à jour tout seul.',
  } satisfies Record<Role, string>,
  timer: 'Temps restant',
  timerPaused: 'Minuteur en pause',
  timerOver: 'Le temps est écoulé.',
  /** Said aloud at a few moments only. */
  timerSaid: (minutes: number) => `Il reste ${frPlural(minutes, 'minute', 'minutes')}.`,
  done: 'J’ai fini',
  doneHelp: 'Le dire à l’animation',
  raiseHand: 'Lever la main',
  lowerHand: 'Baisser la main',
  handRaised: 'Main levée : l’animation le voit.',
  follow: 'Suivre l’animation',
  leaveFocus: 'Quitter le suivi',
  following: 'Vous suivez l’animation',
  focusOn: {
    action: (number: string, title: string) =>
      `L’animation montre l’action ${number} ${title}`.trim(),
    priority: (title: string) => `L’animation montre la priorité « ${title} »`,
    view: (view: string) => `L’animation montre : ${view}`,
  },
  views: {
    board: 'tout le tableau',
    coverage: 'la couverture des priorités',
    matrix: 'l’impact et la faisabilité',
    deadlines: 'les échéances',
    indicators: 'les indicateurs',
    missing: 'ce qui manque',
    ranking: 'le classement',
  },
  /** What a new workshop needs first. */
  start: {
    title: 'Pour commencer',
    priorities: 'Priorités',
    directions: 'Directions',
    agenda: 'Déroulé',
    invite: 'Ouvrir l’entrée',
    done: 'fait',
  },
  yourSheets: (count: number) => (count < 2 ? 'Votre fiche :' : 'Vos fiches :'),
  yourSheet: 'Votre fiche',
  yourPledges: 'Votre direction s’engage :',
  pledge: 'Je m’engage',
  nextSheet: 'Ma fiche suivante',
  sheetArrived: (number: string, title: string) =>
    `On vous confie la fiche ${number} « ${title} ».`,
  summoned: 'L’animation vous appelle',
  summonedText: 'Rejoignez ce que la salle regarde en ce moment.',
  join: 'Rejoindre',
  notNow: 'Pas maintenant',
  refused: {
    invalid: 'Cette demande n’a pas été comprise. Rechargez la page.',
    role: 'Seule l’animation peut faire cela.',
    step: 'L’étape en cours ne le permet pas.',
    gone: 'Ce n’est plus là : quelqu’un l’a retiré ou déplacé entre-temps.',
    stale: 'La situation a changé entre-temps. Regardez où en est l’atelier, puis recommencez.',
    nothing: 'Il n’y a rien à faire ici.',
    budget: 'Toutes vos gommettes sont posées. Reprenez-en une pour la poser ailleurs.',
    cap: 'Cette action a déjà reçu de vous toutes les gommettes permises.',
    round: 'Ce vote est clos, un autre est déjà ouvert, ou des gommettes y sont déjà posées.',
    full: 'La limite est atteinte.',
    share: 'Vous avez pris toute la place d’une personne : demandez à l’animation.',
    'too-often': 'Trop de demandes d’un coup : attendez une minute, puis recommencez.',
    storage: 'Le serveur ne peut plus enregistrer pour l’instant.',
    offline: 'Hors connexion : cette demande n’est pas partie. Recommencez au retour.',
  } satisfies Record<RequestRefusal | 'offline', string>,
} as const;
