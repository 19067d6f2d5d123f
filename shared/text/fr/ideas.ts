import type { RequestRefusal } from '../../session/refusals.ts';
import { frPlural } from '../texts.ts';

/** Hidden ideas, and their reveal. */
export const ideasFr = {
  count: (count: number) =>
    `${frPlural(count, 'idée déjà, encore cachée', 'idées déjà, encore cachées')}`,
  none: 'Pas encore d’idée cachée ici.',
  mine: (priority: string) => `Vos idées cachées sous « ${priority} »`,
  hidden: 'Idée cachée — vous seul·e la voyez',
  newTitle: (priority: string) => `Intitulé d’une nouvelle idée cachée sous « ${priority} »`,
  newPlaceholder: 'Votre idée, cachée… puis Entrée',
  newHelp: 'Entrée ajoute et passe à la suivante.',
  detail: 'Préciser',
  write: 'Écrire une idée cachée',
  added: (title: string) => `Idée ajoutée : ${title}`,
  title: 'Intitulé de l’idée',
  description: 'Précisions (facultatif)',
  finish: 'Terminé',
  edit: 'Modifier',
  editIdea: (title: string) => `${title} — modifier`,
  menu: (title: string) => `Que faire de l’idée « ${title} »`,
  moveTo: 'Déplacer vers',
  moved: (title: string, priority: string) => `« ${title} » est maintenant sous « ${priority} ».`,
  remove: 'Retirer',
  removed: (title: string) => `Idée retirée : ${title}`,
  putBack: 'Remettre',
  untitled: 'Sans intitulé',
  waiting: 'En attente de la révélation',
  saved: 'Enregistrée',
  sending: 'Envoi…',
  offline: 'Hors connexion — gardée sur cet appareil',
  refused: {
    invalid: 'Ce texte n’a pas été compris par le serveur. Copiez-le.',
    role: 'Votre lien ne permet pas d’écrire. Copiez ce texte.',
    step: 'L’étape est terminée : ce texte n’est que sur cet appareil.',
    gone: 'La priorité a été retirée : déplacez l’idée, ou copiez-la.',
    stale: 'L’idée est révélée et sa fiche a changé : ce texte n’y est pas. Copiez-le.',
    nothing: 'Ce texte n’a pas été pris. Copiez-le.',
    budget: 'Ce texte n’a pas été pris. Copiez-le.',
    cap: 'Ce texte n’a pas été pris. Copiez-le.',
    round: 'Ce texte n’a pas été pris. Copiez-le.',
    full: 'La limite d’idées est atteinte : ce texte n’est que sur cet appareil.',
    'too-often': 'Trop de texte d’un coup : il est gardé sur cet appareil et repartira.',
    storage: 'Le serveur ne peut plus enregistrer : ce texte est gardé sur cet appareil.',
  } satisfies Record<RequestRefusal, string>,
  copy: 'Copier',
  putOnBoard: 'Ajouter au tableau',
  dismiss: 'Ne plus garder',
  revealed: (count: number) => frPlural(count, 'idée révélée.', 'idées révélées.'),
  seeAlike: (count: number) => frPlural(count, 'ressemblance', 'ressemblances'),
} as const;

export const ideasWords = { part: 'ideas', fr: ideasFr } as const;
